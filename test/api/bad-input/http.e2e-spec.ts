import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import net from 'node:net';
import { refusal, requireCleanAnswer } from '../../support/answers.js';
import { baseUrl, Client, type Answer } from '../../support/client.js';
import { deal, formFund, recordDeal } from '../../support/funds.js';
import { aimed, readContract } from '../../support/routes.js';

// Every question of the contract is asked many times.
jest.setTimeout(180_000);

/** Sends bytes as they are; what comes back, as an answer. */
async function sendBytes(bytes: string): Promise<Answer> {
  const { hostname, port } = new URL(baseUrl());
  const text = await new Promise<string>((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(bytes));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const headers = new Headers(head.split('\r\n').slice(1).map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
  const answer = { status: Number(head.split(' ')[1]), headers, bytes: Buffer.from(body), body: JSON.parse(body) as unknown };
  requireCleanAnswer('raw bytes', answer, 'GET');
  return answer;
}

describe('whatever is sent as HTTP', () => {
  const manager = Client.as('manager');
  let fundId: string;
  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  it.each(['/nothing', '/funds/', '/Funds', '/funds/x/y/z', '/api/funds', '/.env', '/openapi.yaml'])('there is nothing at %s', async (path) => {
    expect(refusal(await manager.get(path))).toEqual([404, 'route.not-found']);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s of what can only be read and added to finds nothing', async (method) => {
    const paths = ['/funds', `/funds/${fundId}`, `/funds/${fundId}/investments`, '/ledger/entries', '/commands'];
    const answers = await Promise.all(paths.map(async (path) => refusal(await manager.ask(method, path))));
    expect(new Set(answers.map((each) => each.join(' ')))).toEqual(new Set(['404 route.not-found']));
  });

  it('HEAD says what GET would, without its body and to nobody else', async () => {
    const head = await manager.ask('HEAD', `/funds/${fundId}`);
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect((await Client.anonymous().ask('HEAD', `/funds/${fundId}`)).status).toBe(401);
  });

  it('no page of another site is told that it may ask', async () => {
    const answer = await manager.ask('OPTIONS', '/funds', { headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, null]);
  });

  it.each([
    ['cannot be decoded', '/funds/%ff', 400, 'request.bad-address'],
    ['breaks off within a character', '/funds/%E0%A4', 400, 'request.bad-address'],
    ['hides a null character', '/funds/%00', 404, 'id.malformed'],
    ['climbs', '/funds/..%2f..%2f', 404, 'id.malformed'],
  ])('an address that %s is refused', async (_what, path, status, code) => {
    expect(refusal(await manager.get(path))).toEqual([status, code]);
  });

  it('an address that is too long is refused', async () => {
    expect(refusal(await manager.post(`/funds/${'a'.repeat(300)}/investments`, deal('1000')))).toEqual([414, 'request.address-too-long']);
  });

  it('thirteen megabytes of JSON are refused before they are sent', async () => {
    const head = ['POST /api/imports/fund-register/paste HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Content-Length: ${13 * 1024 * 1024}`];
    expect(refusal(await sendBytes(`${head.join('\r\n')}\r\n\r\n{"sheet":`))).toEqual([413, 'request.too-large']);
  });

  it('headers that are too large are refused, and so is what is no HTTP', async () => {
    expect(refusal(await sendBytes(`GET /api/health HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(20_000)}\r\n\r\n`))).toEqual([431, 'request.headers-too-large']);
    expect(refusal(await sendBytes('NOT HTTP AT ALL\r\n\r\n'))).toEqual([400, 'request.unreadable']);
    expect(refusal(await manager.post(`/funds/${fundId}/investments`, deal('1000'), { key: 'k'.repeat(8_000) }))).toEqual([400, 'idempotency.key-malformed']);
  });

  it.each([
    ['none', '', 'csrf.missing'],
    ['a guess', 'x'.repeat(43), 'csrf.wrong'],
  ])('a deal sent with %s for a token is refused', async (_what, token, code) => {
    expect(refusal(await manager.post(`/funds/${fundId}/investments`, deal('1000'), { headers: { 'x-csrf-token': token } }))).toEqual([403, code]);
  });

  it('a deal sent with the token of somebody else, or by a page of another site, is refused', async () => {
    const send = async (headers: Record<string, string>) => refusal(await manager.post(`/funds/${fundId}/investments`, deal('1000'), { headers }));
    expect(await send({ 'x-csrf-token': Client.as('finance').csrfToken ?? '' })).toEqual([403, 'csrf.wrong']);
    expect(await send({ origin: 'https://evil.example' })).toEqual([403, 'csrf.foreign-origin']);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toEqual([403, 'csrf.foreign-origin']);
    expect((await manager.get(`/funds/${fundId}/investments`)).body).toEqual([]);
  });

  it('no question with nonsense in its query is answered with anything but a refusal or a plain answer', async () => {
    const reads = (await readContract()).filter(({ method, operationId }) => method === 'GET' && operationId !== 'streamEvents');
    const queries = ['asOf=%00', `asOf=${'9'.repeat(1_000)}`, 'asOf[$ne]=1', 'knownAt=0000-00-00', 'knownAt=2200-12-31', 'limit=NaN', `before=${'1'.repeat(40)}`, 'book=%ED%A0%80', 'book=%27%3B--', '__proto__=1', 'asOf=2023-01-01&asOf=2024-01-01'];
    const auditor = Client.as('auditor');
    const statuses = new Set<number>();
    // One question after the other, each with all the nonsense at once: thousands of connections together are another test.
    for (const { path } of reads) {
      const address = path.replace('{fundId}', fundId).replace(/\{\w+\}/, aimed('{id}'));
      for (const { status } of await Promise.all(queries.map((query) => auditor.get(`${address}?${query}`)))) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200, 303, 400, 403, 404]));
  });

  it('a user agent of thousands of strange characters does the log no harm', async () => {
    const answer = await manager.ask('GET', '/funds', { headers: { 'user-agent': `\u00e9${'x'.repeat(7_000)}` } });
    expect(answer.status).toBe(200);
    expect((await recordDeal(manager, fundId, '1000', {})).status).toBe(201);
  });
});
