/** A report of a thousand pages on its way to a slow line, and other requests of the same server meanwhile. Prints JSON. */
import http from 'node:http';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { COLUMNS, rowsOf, ROWS_PER_PAGE, TITLE } from './content.mjs';

const { streamDocument } = await import('../../../dist/libs/pdf/src/index.js');
const [, , pages] = process.argv;
const meta = { title: TITLE, author: '기관', subject: '비교 측정', keywords: [], number: 'BENCH-1', securityMark: '공개', language: 'ko-KR', createdAt: new Date('2026-07-02T06:30:00Z'), dataSha256: 'ab'.repeat(32) };
const table = (count) => ({ kind: 'table', dense: true, columns: COLUMNS.map(({ width: _width, ...column }) => column), rows: rowsOf(count * ROWS_PER_PAGE) });

const server = http.createServer(async (request, response) => {
  if (request.url === '/small') return response.end('{"ok":true}');
  const document = streamDocument(meta, null, [table(Number(request.url.slice(1)))]);
  for await (const piece of document) if (!response.write(piece)) await once(response, 'drain');
  return response.end();
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const base = `http://127.0.0.1:${server.address().port}`;

async function fetchReport(count) {
  const started = performance.now();
  let [first, bytes] = [undefined, 0];
  for await (const chunk of (await fetch(`${base}/${count}`)).body) {
    first ??= performance.now() - started;
    bytes += chunk.length;
  }
  return { first, total: performance.now() - started, bytes };
}

/** Every five milliseconds one, until told otherwise. */
async function latencies(over) {
  const taken = [];
  while (!over()) {
    const started = performance.now();
    await (await fetch(`${base}/small`)).text();
    taken.push(performance.now() - started);
    await pause(5);
  }
  return taken;
}

await fetchReport(20);
const until = performance.now() + 3_000;
await latencies(() => performance.now() > until - 2_000);
const alone = await latencies(() => performance.now() > until);
let over = false;
const report = fetchReport(Number(pages)).finally(() => (over = true));
const beside = await latencies(() => over);
console.log(JSON.stringify({ ...(await report), alone, beside }));
server.close();
