import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const CONFIG = `
[tsa]
default_tsa = small
[small]
serial = serial
signer_cert = cert.pem
certs = cert.pem
signer_key = key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`;

/** A timestamping authority of our own, made with OpenSSL: what it signs any other implementation of RFC 3161 has made. */
export interface Authority {
  readonly url: string;
  /** Its answers from now on: honest ones, those of an earlier request, none, a refusal, or bytes that say nothing. */
  mode: 'HONEST' | 'REPLAY' | 'DOWN' | 'REFUSING' | 'NONSENSE';
  /** How often it was asked. */
  readonly asked: number;
  /** Keeps those waiting who ask from now on, until what this answers is called. */
  hold(): () => void;
  /** What OpenSSL itself says about a token and the hash it is to be of. */
  verifies(token: Buffer, sha256: string): boolean;
  stop(): Promise<void>;
}

export async function openAuthority(): Promise<Authority> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-tsa-'));
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  fs.writeFileSync(path.join(folder, 'tsa.cnf'), CONFIG);
  fs.writeFileSync(path.join(folder, 'serial'), '01\n');
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-subj', '/CN=Small Time Authority', '-addext', 'extendedKeyUsage=critical,timeStamping');
  let earlier: Buffer | null = null;
  const state = { mode: 'HONEST' as Authority['mode'], asked: 0, turn: Promise.resolve() };
  const answer = (query: Buffer): Buffer => {
    if (state.mode === 'REPLAY' && earlier !== null) return earlier;
    fs.writeFileSync(path.join(folder, 'query.tsq'), query);
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
    earlier = fs.readFileSync(path.join(folder, 'reply.tsr'));
    return earlier;
  };
  const respond = (response: http.ServerResponse, query: Buffer): void => {
    if (state.mode === 'DOWN') response.writeHead(503).end();
    // A reply that says "rejection" and nothing else.
    else if (state.mode === 'REFUSING') response.writeHead(200).end(Buffer.from('30053003020102', 'hex'));
    else if (state.mode === 'NONSENSE') response.writeHead(200).end('<html>Welcome</html>');
    else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer(query));
  };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      state.asked += 1;
      void state.turn.then(() => respond(response, Buffer.concat(chunks)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get mode() {
      return state.mode;
    },
    set mode(mode) {
      state.mode = mode;
    },
    get asked() {
      return state.asked;
    },
    hold() {
      let goOn = (): void => undefined;
      state.turn = new Promise((resolve) => (goOn = resolve));
      return goOn;
    },
    verifies(token, sha256) {
      fs.writeFileSync(path.join(folder, 'token.tst'), token);
      try {
        openssl('ts', '-verify', '-token_in', '-in', 'token.tst', '-digest', sha256, '-CAfile', 'cert.pem');
        return true;
      } catch {
        return false;
      }
    },
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
