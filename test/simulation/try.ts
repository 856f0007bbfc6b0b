import { realNowMs } from './install.ts';
import { run } from './run.ts';
import { scheduleOf } from './schedule.ts';
const [from, count, traced] = process.argv.slice(2);
const began = realNowMs();
let failed = 0;
process.on('unhandledRejection', (e) => { console.log('UNHANDLED', e); });
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  const s = scheduleOf(seed);
  const b = realNowMs();
  const { failure, trace } = await run(s, !!traced);
  if (realNowMs() - b > 300) console.log('slow', seed, realNowMs() - b);
  if (traced) console.log(trace.join('\n'));
  if (failure) { failed++; console.log(seed, failure.slice(0, 600)); }
}
console.log(count, 'failed', failed, (realNowMs() - began) / Number(count), 'ms each');
process.exit();
