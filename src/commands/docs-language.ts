import { nearest } from '../diagnostics/did-you-mean.js';
import { referenceEntries, referenceText } from '../render/language-reference.js';
import type { ReferenceLanguage } from '../render/language-reference.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { textTable } from './text-table.js';
import { UsageError } from './usage-error.js';

/** `dragnet docs esql [name]`: the reference of ES|QL, or of one of its commands, functions and operators. */
export const docsEsql: Command = reference('esql', 'ES|QL', 'date_trunc');

/** `dragnet docs eql [name]`: the functions of EQL, or one of them. */
export const docsEql: Command = reference('eql', 'EQL', 'cidrMatch');

function reference(language: ReferenceLanguage, title: string, example: string): Command {
  return {
    positionals: {
      name: { type: 'string', describe: 'Command, function or operator, in any case (default: a list of all)' },
    },
    options: {},
    examples: [[`$0 docs ${language} ${example}`, `What ${title} says of ${example}`]],
    run(args, terminal) {
      const entries = referenceEntries(language);
      const name = args['name'];
      if (typeof name !== 'string') {
        terminal.out(
          textTable(
            ['name', 'kind', 'what it does'],
            entries.map((entry) => [entry.name, entry.group, entry.summary]),
          ),
        );
        return Promise.resolve(EXIT.clean);
      }
      const wanted = fold(name);
      const found = entries.filter((entry) => [entry.name, ...entry.otherNames].some((own) => fold(own) === wanted));
      if (found.length === 0) {
        const [meant] = nearest(
          wanted,
          entries.flatMap((entry) => [entry.name, ...entry.otherNames].map(fold)),
          1,
        );
        const suggestion = meant === undefined ? '' : ` Did you mean ${meant}?`;
        throw new UsageError(`${title} has nothing called ${name}.${suggestion} dragnet docs ${language} lists all.`);
      }
      terminal.out(found.map(referenceText).join('\n'));
      return Promise.resolve(EXIT.clean);
    },
  };
}

/** Upper case, and one space where a name has two words. */
function fold(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ').toUpperCase();
}
