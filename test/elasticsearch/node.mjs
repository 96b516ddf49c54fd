// @ts-check
/**
 * A real Elasticsearch for tests, without Docker: the jars that Elastic publishes on Maven Central, arranged as the server expects them.
 * The first start downloads and compiles (needs Java 17 or later with javac, and Maven); later ones take what is in the cache.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const VERSION = '8.19.21';
const OLDEST_JAVA = 17;
const START_LIMIT_MS = 180_000;

/** What keeps the node from starting, and what to do; shown without a stack trace. */
export class SetupError extends Error {}

/**
 * The modules of the distribution that the jars make up: plugin class, the modules it extends, and its jars by the start of their names.
 * What no module claims belongs to the server itself.
 * @type {readonly {name: string, plugin: string, extend?: string, jars: readonly string[]}[]}
 */
const MODULES = [
  {
    name: 'transport-netty4',
    plugin: 'org.elasticsearch.transport.netty4.Netty4Plugin',
    jars: ['transport-netty4-', 'netty-'],
  },
  {
    name: 'x-pack-core',
    plugin: 'org.elasticsearch.xpack.core.XPackPlugin',
    jars: [
      ...['x-pack-core-', 'x-pack-template-resources-', 'x-pack-mapper-version-', 'unboundid-', 'http', 'commons-'],
      ...['elasticsearch-ssl-config-', 'log4j-slf4j2-', 'slf4j-api-', 'log4j-1.2-api-'],
    ],
  },
  {
    name: 'x-pack-esql-core',
    plugin: 'org.elasticsearch.xpack.esql.core.plugin.EsqlCorePlugin',
    extend: 'x-pack-core',
    jars: ['x-pack-esql-core-', 'antlr4-runtime-', 'elasticsearch-h3-'],
  },
  {
    name: 'x-pack-kql',
    plugin: 'org.elasticsearch.xpack.kql.KqlPlugin',
    extend: 'x-pack-esql-core,x-pack-core',
    jars: ['x-pack-kql-'],
  },
  {
    name: 'x-pack-esql',
    plugin: 'org.elasticsearch.xpack.esql.plugin.EsqlPlugin',
    extend: 'x-pack-esql-core,x-pack-core,x-pack-kql',
    jars: [
      ...['x-pack-esql-', 'arrow', 'flatbuffers-', 'checker-qual-', 'lucene-spatial3d-', 'elasticsearch-dissect-'],
      ...['jackson-databind-', 'jackson-annotations-', 'jackson-datatype-'],
    ],
  },
  { name: 'gaps', plugin: 'GapsPlugin', extend: 'x-pack-core', jars: ['gaps.jar'] },
];

/**
 * Starts a node on a free loopback port (or the given one) and resolves once it answers.
 * @param {{port?: number, log?: (line: string) => void, signal?: AbortSignal}} [options]
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startNode({ port, log = () => {}, signal } = {}) {
  const java = await findJava();
  const home = await prepareHome(java, log, signal);
  const work = await mkdtemp(join(tmpdir(), 'dragnet-elasticsearch-'));
  const classPath = [join(home, 'classes'), join(home, 'lib', '*')].join(delimiter);
  const flags = ['-Xms256m', '-Xmx1g', `-Des.path.home=${home}`, '-Dlog4j2.disable.jmx=true', '-cp', classPath];
  const child = spawn(java.java, [...flags, 'LocalNode', home, work, ...(port === undefined ? [] : [String(port)])], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A Ctrl-C goes to the whole process group; the node must outlive it long enough for the tests to delete their indices.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.stdin.end();
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(killer);
    await rm(work, { recursive: true, force: true });
  };
  try {
    const url = await untilReady(child, signal);
    log(`Elasticsearch ${VERSION} answers at ${url}`);
    return { url, stop };
  } catch (error) {
    child.kill('SIGKILL');
    await stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<string>}
 */
function untilReady(child, signal) {
  let output = '';
  return new Promise((resolve, reject) => {
    /** @param {string} what */
    const fail = (what) =>
      reject(new SetupError(`${what}. The end of its log:\n${output.split('\n').slice(-40).join('\n')}`));
    const timer = setTimeout(
      () => fail(`Elasticsearch did not answer within ${START_LIMIT_MS / 1000} s`),
      START_LIMIT_MS,
    );
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      output = (output + chunk.toString()).slice(-100_000);
      const url = /^READY (\S+)$/m.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('close', () => {
      clearTimeout(timer);
      fail('Elasticsearch ended before it answered');
    });
    signal?.addEventListener('abort', () => reject(new SetupError('Interrupted.')), { once: true });
  });
}

/** Java with its compiler, from JAVA_HOME or the PATH. */
async function findJava() {
  const javaHome = process.env['JAVA_HOME'];
  /** @param {string} name */
  const tool = (name) => (javaHome ? join(javaHome, 'bin', name) : name);
  const where = javaHome ? 'JAVA_HOME' : 'the PATH';
  const help = `Install a JDK (${OLDEST_JAVA} or later), or set JAVA_HOME to one.`;
  const version = await outputOf(tool('javac'), ['-version']);
  if (version === undefined) throw new SetupError(`No Java compiler (javac) in ${where}. ${help}`);
  const major = Number(/javac (\d+)/.exec(version)?.[1] ?? 0);
  if (major < OLDEST_JAVA)
    throw new SetupError(`Java in ${where} is too old for Elasticsearch: ${version.trim()}. ${help}`);
  return { java: tool('java'), javac: tool('javac'), jar: tool('jar') };
}

/**
 * What a command prints, on either stream; `undefined` if it cannot be run.
 * @param {string} command
 * @param {readonly string[]} args
 */
async function outputOf(command, args) {
  try {
    const { stdout, stderr } = await run(command, args, { shell: process.platform === 'win32' });
    return stdout + stderr;
  } catch {
    return undefined;
  }
}

/** The user's cache, or where DRAGNET_CACHE says. */
function cacheFolder() {
  const { DRAGNET_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (DRAGNET_CACHE) return DRAGNET_CACHE;
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'dragnet');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'dragnet');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'dragnet');
}

/**
 * The server's home folder; built where it is missing, under a name that changes with every source here. It is built aside and renamed,
 * so that an interrupted or a second concurrent build leaves no half of one.
 * @param {{java: string, javac: string, jar: string}} java
 * @param {(line: string) => void} log
 * @param {AbortSignal | undefined} signal
 */
async function prepareHome(java, log, signal) {
  const cache = cacheFolder();
  const home = join(cache, `elasticsearch-${VERSION}-${await sourceHash()}`);
  if (await exists(join(home, 'classes'))) return home;
  await mkdir(cache, { recursive: true });
  const build = await mkdtemp(join(cache, 'build-'));
  try {
    await copyJars(build, log, signal);
    await compile(java, build);
    await arrange(build);
    await rename(build, home).catch(async (error) => {
      if (!(await exists(join(home, 'classes')))) throw error;
    });
    return home;
  } finally {
    await rm(build, { recursive: true, force: true });
  }
}

/** @param {string} path */
async function exists(path) {
  return readdir(path).then(
    () => true,
    () => false,
  );
}

async function sourceHash() {
  const hash = createHash('sha256');
  for (const file of ['pom.xml', 'node.mjs', 'java/LocalNode.java', 'java/GapsPlugin.java'])
    hash.update(await readFile(join(here, file)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * @param {string} build
 * @param {(line: string) => void} log
 * @param {AbortSignal | undefined} signal
 */
async function copyJars(build, log, signal) {
  if ((await outputOf('mvn', ['-version'])) === undefined) {
    throw new SetupError(
      'Maven (mvn) is not in the PATH. Install Maven 3.6 or later; it fetches the jars of Elasticsearch.',
    );
  }
  log(`Fetching the jars of Elasticsearch ${VERSION} (about 66 MB, only the first time)`);
  const args = [
    '-q',
    '-B',
    '-f',
    join(here, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${join(build, 'lib')}`,
  ];
  await run('mvn', args, {
    shell: process.platform === 'win32',
    maxBuffer: 64 << 20,
    ...(signal ? { signal } : {}),
  }).catch((error) => {
    throw new SetupError(`Maven could not fetch the jars:\n${error.stdout || error.message}`);
  });
}

/**
 * @param {{javac: string, jar: string}} java
 * @param {string} build
 */
async function compile({ javac, jar }, build) {
  const classPath = join(build, 'lib', '*');
  const plugin = join(build, 'plugin-classes');
  /** @param {string} out @param {string} source */
  const javacTo = (out, source) => run(javac, ['-nowarn', '-cp', classPath, '-d', out, join(here, 'java', source)]);
  await javacTo(plugin, 'GapsPlugin.java');
  await run(jar, ['cf', join(build, 'lib', 'gaps.jar'), '-C', plugin, '.']);
  await rm(plugin, { recursive: true });
  await javacTo(join(build, 'classes'), 'LocalNode.java');
}

/**
 * Moves each module's jars out of lib/ into modules/NAME/, with the descriptor that the server asks for.
 * @param {string} build
 */
async function arrange(build) {
  const lib = join(build, 'lib');
  await rm(join(lib, (await readdir(lib)).find((name) => name.startsWith('slf4j-nop')) ?? 'none'), { force: true });
  for (const { name, plugin, extend, jars } of MODULES) {
    const folder = join(build, 'modules', name);
    await mkdir(folder, { recursive: true });
    const descriptor = {
      name,
      description: name,
      version: VERSION,
      'elasticsearch.version': VERSION,
      'java.version': '17',
      classname: plugin,
    };
    const lines = Object.entries({ ...descriptor, ...(extend === undefined ? {} : { 'extended.plugins': extend }) });
    await writeFile(
      join(folder, 'plugin-descriptor.properties'),
      lines.map(([key, value]) => `${key}=${value}\n`).join(''),
    );
    for (const file of await readdir(lib)) {
      if (jars.some((start) => file.startsWith(start))) await rename(join(lib, file), join(folder, file));
    }
  }
  await mkdir(join(build, 'plugins'));
  await cp(join(here, 'pom.xml'), join(build, 'pom.xml'));
}
