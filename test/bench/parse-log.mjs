// The floor under a backtest: reads a file in large pieces, cuts it into lines and parses each; prints how many there were.
import { createReadStream } from 'node:fs';

let rest = '';
let count = 0;
for await (const chunk of createReadStream(process.argv[2], { highWaterMark: 4 * 1024 * 1024 })) {
  let from = 0;
  for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
    const line = rest + chunk.toString('utf8', from, end);
    rest = '';
    if (JSON.parse(line) !== null) count += 1;
    from = end + 1;
  }
  rest = chunk.toString('utf8', from);
}
console.log(count);
