// The floor for `dragnet --help`: a program that does nothing but describe as many commands.
import yargs from 'yargs';

let program = yargs(process.argv.slice(2)).scriptName('bare').usage('$0 <command>').strict().help();
for (const name of ['check', 'validate', 'test', 'docs', 'query', 'convert']) {
  program = program.command(
    name,
    `The command ${name}`,
    () => {},
    () => {},
  );
}
await program.parseAsync();
