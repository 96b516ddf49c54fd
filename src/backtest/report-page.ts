import type { RuleOutcome } from './backtest.js';
import { busiestFirst, histogramOf } from './histogram.js';

/** What stands at the head of a report. */
export interface ReportHead {
  readonly documents: number;
  /** Sentences that a reader must know: what was broken, what was left out. */
  readonly notes: readonly string[];
}

/**
 * The report of a backtest as one HTML page without scripts and without anything from elsewhere; light or dark as the reader's system is. Texts
 * of rules and events are escaped.
 */
export function reportPage(outcomes: readonly RuleOutcome[], { documents, notes }: ReportHead): string {
  const firing = busiestFirst(outcomes);
  const alerts = firing.reduce((sum, { tally }) => sum + tally.alerts, 0);
  const silent = outcomes.length - firing.length;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Backtest: ${alerts} alerts of ${firing.length} rules</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Backtest</h1>
<p class="figures"><b>${alerts}</b> alerts <b>${firing.length}</b> rules that fire <b>${silent}</b> that stay silent <b>${documents}</b> documents</p>
${notes.map((note) => `<p class="note">${escaped(note)}</p>\n`).join('')}${histogram(outcomes)}
<h2>Rules</h2>
<table>
<thead><tr><th>Rule</th><th>Severity</th><th class="number">Alerts</th><th class="number">Hosts</th><th class="number">Users</th><th>First</th><th>Last</th><th>Busiest values</th></tr></thead>
<tbody>
${firing.map(row).join('\n')}
</tbody>
</table>
${failures(outcomes)}</body>
</html>
`;
}

function row({ rule, tally }: RuleOutcome): string {
  const { span, hosts, users } = tally;
  const cells = [
    `<td>${escaped(rule.name)}<br><small>${escaped(rule.type)}</small></td>`,
    `<td class="${escaped(rule.severity)}">${escaped(rule.severity)}</td>`,
    `<td class="number">${tally.alerts}</td>`,
    `<td class="number">${hosts.count}${hosts.isMore ? '+' : ''}</td>`,
    `<td class="number">${users.count}${users.isMore ? '+' : ''}</td>`,
    `<td>${span ? time(span.first) : ''}</td>`,
    `<td>${span ? time(span.last) : ''}</td>`,
    `<td>${tally
      .busiest(3)
      .map(({ field, value, alerts }) => `<code>${escaped(field)}</code> ${escaped(value)} <small>(${alerts})</small>`)
      .join('<br>')}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

/** What rules could not do. */
function failures(outcomes: readonly RuleOutcome[]): string {
  const items = outcomes.flatMap(({ rule, errors }) =>
    errors.map((error) => `<li><b>${escaped(rule.name)}</b>: ${escaped(error)}</li>\n`),
  );
  return items.length === 0 ? '' : `<h2>Errors</h2>\n<ul>\n${items.join('')}</ul>\n`;
}

const [WIDTH, HEIGHT, BASE] = [960, 200, 170] as const;

function histogram(outcomes: readonly RuleOutcome[]): string {
  const { bars, step } = histogramOf(outcomes);
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return '';
  const most = Math.max(...bars.map(({ alerts }) => alerts));
  const width = WIDTH / bars.length;
  const shapes = bars
    .filter(({ alerts }) => alerts > 0)
    .map(({ start, alerts }) => {
      const height = Math.max(2, (alerts / most) * (BASE - 20));
      const x = ((start - first.start) / step) * width;
      return `<rect x="${x.toFixed(1)}" y="${(BASE - height).toFixed(1)}" width="${Math.max(1, width - 2).toFixed(1)}" height="${height.toFixed(1)}"><title>${time(start)}: ${alerts}</title></rect>`;
    });
  return `<h2>Alerts over time</h2>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Alerts over time, at most ${most} at once">
<line x1="0" y1="${BASE}" x2="${WIDTH}" y2="${BASE}"/>
${shapes.join('\n')}
<text x="0" y="14">${most}</text>
<text x="0" y="${BASE + 20}">${time(first.start)}</text>
<text x="${WIDTH}" y="${BASE + 20}" text-anchor="end">${time(last.start)}</text>
</svg>`;
}

function time(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1c21; --dim: #5a606b; --page: #fff; --line: #d3dae6; --bar: #0b64dd; --high: #b4251d; --medium: #8a6a0a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e9ee; --dim: #a2abba; --page: #14161b; --line: #343741; --bar: #61a2ff; --high: #ff8b80; --medium: #e5c34b; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.2; }
.figures b { font-size: 1.6rem; margin-left: 1.5rem; } .figures b:first-child { margin-left: 0; }
.note { border-left: 4px solid var(--medium); padding-left: .75rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--dim); font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; } small { color: var(--dim); }
.high, .critical { color: var(--high); font-weight: 600; } .medium { color: var(--medium); }
svg { width: 100%; height: auto; } rect { fill: var(--bar); } line { stroke: var(--line); } svg text { fill: var(--dim); font-size: 13px; }
`;
