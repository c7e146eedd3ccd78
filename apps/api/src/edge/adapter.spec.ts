import { describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import net from 'node:net';
import { createAdapter } from './adapter.js';

const limits = { headerSeconds: 1, requestSeconds: 2 };

function serverWith(trustedProxies: readonly string[]): FastifyInstance {
  const server = createAdapter({ trustedProxies, limits, checkMs: 50 }).getInstance<FastifyInstance>();
  server.get('/address', (request) => ({ address: request.ip }));
  server.post('/echo', (request) => request.body);
  return server;
}

/** Listens on 127.0.0.1 for the length of `work`. */
async function listening<T>(server: FastifyInstance, work: (port: number) => Promise<T>): Promise<T> {
  await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    return await work((server.server.address() as net.AddressInfo).port);
  } finally {
    await server.close();
  }
}

describe('the address of a client', () => {
  it.each<[string, string[], string, string]>([
    ['is its own where no proxy is named, whatever it writes', [], '1.1.1.1', '127.0.0.1'],
    ['is its own when it is not the named proxy', ['10.9.9.9'], '1.1.1.1', '127.0.0.1'],
    ['is what the named proxy saw, not what the client wrote before', ['127.0.0.1'], '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['is found behind a proxy on this machine', ['loopback'], '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['is found behind two proxies that are both named', ['loopback', '10.8.0.0/16'], '203.0.113.7, 10.8.1.1', '203.0.113.7'],
  ])('%s', async (_what, proxies, forwarded, address) => {
    const answer = await listening(serverWith(proxies), async (port) => fetch(`http://127.0.0.1:${port}/address`, { headers: { 'x-forwarded-for': forwarded } }).then((response) => response.json()));
    expect(answer).toEqual({ address });
  });
});

describe('a client that takes its time', () => {
  /** Sends `text` letter by letter and never ends; what the server says, and after how many letters it hangs up. */
  async function dribble(text: string): Promise<{ readonly said: string; readonly letters: number }> {
    return listening(serverWith([]), async (port) =>
      new Promise((resolve, reject) => {
        const socket = net.connect(port, '127.0.0.1');
        let [said, letters] = ['', 0];
        const timer = setInterval(() => {
          if (letters < text.length) socket.write(text[letters] ?? '');
          letters += 1;
        }, 20);
        socket.on('data', (chunk) => (said += chunk.toString()));
        // A letter may still be on its way when the server hangs up.
        socket.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
        });
        socket.on('close', () => {
          clearInterval(timer);
          resolve({ said, letters });
        });
      }),
    );
  }

  it('over its headers is told so and cut off', async () => {
    const { said, letters } = await dribble(`GET /address HTTP/1.1\r\nHost: x\r\nX-Slow: ${'a'.repeat(500)}`);
    expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(said).toContain('"code":"request.too-slow"');
    expect(letters).toBeLessThan(500);
  });

  it('over its body as well', async () => {
    const head = 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n';
    const { said } = await dribble(`${head}{"a":"`);
    expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  });
});
