import { realNowMs } from './install.ts';
import { run } from './run.ts';
import { scheduleOf } from './schedule.ts';
const [from, count, traced] = process.argv.slice(2);
const base = process.cpuUsage();
const cpu = () => { const c = process.cpuUsage(base); return (c.user + c.system) / 1000 / Number(count); };
const began = realNowMs();
let failed = 0; let last = 0;
process.on('unhandledRejection', (e) => { console.log('UNHANDLED', e); });
import { Session as Inspector } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
const inspector = new Inspector(); 
if (process.env.PROF) { inspector.connect(); for (let i = 0; i < 15; i++) await run(scheduleOf(9000 + i)); await inspector.post('Profiler.enable'); await inspector.post('Profiler.start'); }
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  const s = scheduleOf(seed);
  const b = realNowMs();
  const { failure, trace } = await run(s, !!traced);
  if ((seed - Number(from)) % 50 === 49) { const c = process.cpuUsage(base); console.log(seed, ((c.user + c.system) / 1000 - last) / 50); last = (c.user + c.system) / 1000; }
  if (process.env.SLOW) console.log('slow', seed, realNowMs() - b);
  if (traced) console.log(trace.join('\n'));
  if (failure) { failed++; console.log(seed, failure.slice(0, 600)); }
}
console.log(count, 'failed', failed, (realNowMs() - began) / Number(count), 'ms each', cpu(), 'cpu ms each');
if (process.env.PROF) { const { profile } = await inspector.post('Profiler.stop'); writeFileSync('/tmp/prof/p.json', JSON.stringify(profile)); }
process.exit();
