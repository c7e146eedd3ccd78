/**
 * The clients, in a process of their own: keep-alive sockets, each with one request under way, and no more work than finding
 * the end of an answer. Takes { url, session, clients, seconds, from, to } by message, answers what it saw.
 */
import net from 'node:net';
import { serviceOf } from './fill.mjs';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

process.on('message', async (task) => process.send(await run(task)));

async function run({ url, session, clients, seconds, from, to }) {
  const { hostname, port } = new URL(url);
  const head = `Host: ${hostname}:${port}\r\nCookie: ${session.cookie}\r\nX-CSRF-Token: ${session.csrfToken}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n`;
  // Spelled before the clock runs.
  const requests = Array.from({ length: to - from }, (_, index) => {
    const id = serviceOf(from + index);
    return Buffer.from(`POST /api/services/${id}/capture HTTP/1.1\r\n${head}Idempotency-Key: bench-${id}\r\n\r\n{}`);
  });
  const seen = { next: 0, latencies: [], refused: 0, firstRefusal: null };
  const sockets = await Promise.all(Array.from({ length: clients }, () => open(hostname, Number(port))));
  const processor = process.cpuUsage();
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  await Promise.all(sockets.map((socket) => drive(socket, requests, seen, deadline)));
  const elapsed = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(processor);
  for (const socket of sockets) socket.destroy();
  const sorted = Float64Array.from(seen.latencies).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { done: sorted.length, used: seen.next, elapsed, p50: at(0.5), p99: at(0.99), processor: (user + system) / 1e6, refused: seen.refused, firstRefusal: seen.firstRefusal, ranOut: seen.next === requests.length };
}

function open(host, port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends one request after the other on one socket until the time or the services are over. */
function drive(socket, requests, seen, deadline) {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let buffered = null;
    const send = () => {
      if (performance.now() >= deadline || seen.next === requests.length) return resolve();
      sentAt = performance.now();
      socket.write(requests[seen.next++]);
    };
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      buffered = buffered === null ? chunk : Buffer.concat([buffered, chunk]);
      const headEnd = buffered.indexOf(END_OF_HEAD);
      if (headEnd < 0) return;
      const text = buffered.latin1Slice(0, headEnd);
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) return reject(new Error(`an answer without a length: ${text}`));
      if (buffered.length < headEnd + 4 + length) return;
      if (text.startsWith('HTTP/1.1 200')) {
        seen.latencies.push(performance.now() - sentAt);
      } else {
        seen.refused += 1;
        seen.firstRefusal ??= buffered.toString();
      }
      buffered = null;
      send();
    });
    send();
  });
}
