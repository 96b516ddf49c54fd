import { mkdir, open, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SeenObject } from '../deploy/standing.js';
import { keyParts } from '../deploy/object-key.js';
import { without } from '../kibana-form/server-fields.js';
import { printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { UsageError } from './usage-error.js';

/**
 * What a run writes over or deletes, as NDJSON that Kibana imports: rules, exception lists and items as its API has them, connectors as saved objects
 * without their secrets. Value lists are text files with a value a line, in the folder `<file>.values`. Each object is on disk before it is changed.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/manage-detection-rules
 */
export class BackupFile {
  readonly #path: string;
  readonly #file: FileHandle;
  #last: Promise<void> = Promise.resolve();

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** Makes the file; one that is there already is a {@link UsageError}: it may be the only copy of something. */
  static async create(path: string): Promise<BackupFile> {
    try {
      await mkdir(dirname(path), { recursive: true });
      return new BackupFile(path, await open(path, 'wx', 0o600));
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      throw new UsageError(
        code === 'EEXIST'
          ? `${path} is there already. Name another file with --backup.`
          : `${path} cannot be written (${code}).`,
      );
    }
  }

  add(live: SeenObject): Promise<void> {
    const written = this.#last.then(() => this.#write(live));
    this.#last = written.catch(() => undefined);
    return written;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #write({ kind, key, body, values }: SeenObject): Promise<void> {
    if (kind === 'value-list') {
      const folder = `${this.#path}.values`;
      await mkdir(folder, { recursive: true });
      const lines = (values ?? []).map((value) => `${value}\n`).join('');
      await writeFile(join(folder, `${encodeURIComponent(keyParts(key).id)}.txt`), lines, { flush: true });
      return;
    }
    const line = kind === 'connector' ? savedConnector(body) : without(body, NOT_IMPORTED);
    await this.#file.appendFile(`${printJson(line)}\n`);
    await this.#file.datasync();
  }
}

const NOT_IMPORTED: ReadonlySet<string> = new Set(['execution_summary']);

/** Types of connectors that have no secrets. */
const WITHOUT_SECRETS: ReadonlySet<JsonValue> = new Set(['.index', '.server-log']);

/** A connector as Kibana exports it: its secrets, which nobody can read, are to be entered again. */
function savedConnector({ id = '', name = '', connector_type_id: type = '', config = {} }: JsonObject): JsonObject {
  const isMissingSecrets = !WITHOUT_SECRETS.has(type);
  const attributes = { actionTypeId: type, name, isMissingSecrets, config, secrets: {} };
  return { id, type: 'action', attributes, references: [] };
}
