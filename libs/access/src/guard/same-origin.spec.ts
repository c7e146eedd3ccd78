import { describe, expect, it } from '@jest/globals';
import { comesFromElsewhere, type OriginHeaders } from './same-origin.js';

const host = 'baton.example.go.kr';
const allowed = ['https://admin.example.go.kr'];

describe('comesFromElsewhere', () => {
  const rows: [string, OriginHeaders, boolean][] = [
    ['a page of ours', { host, origin: `https://${host}`, 'sec-fetch-site': 'same-origin' }, false],
    ['a page of another site', { host, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
    ['a page of a sister host', { host, origin: 'https://other.example.go.kr', 'sec-fetch-site': 'same-site' }, true],
    ['the address bar', { host, 'sec-fetch-site': 'none' }, false],
    ['a configured site', { host, origin: 'https://admin.example.go.kr', 'sec-fetch-site': 'same-site' }, false],
    ['an old browser, our page', { host, origin: `https://${host}` }, false],
    ['an old browser, our page, a port', { host: `${host}:8443`, origin: `https://${host}:8443` }, false],
    ['an old browser, another port', { host: `${host}:8443`, origin: `https://${host}` }, true],
    ['an old browser, another site', { host, origin: 'https://evil.example' }, true],
    ['an old browser, upper case', { host: host.toUpperCase(), origin: `https://${host}` }, false],
    ['an opaque origin', { host, origin: 'null' }, true],
    ['an origin dressed up as ours', { host, origin: `https://evil.example@${host}` }, true],
    ['an empty origin', { host, origin: '' }, true],
    ['a proxy that renamed the host, our page', { host: 'internal:3000', origin: `https://${host}`, 'sec-fetch-site': 'same-origin' }, false],
    ['a program', { host }, false],
    ['two answers at once', { host, 'sec-fetch-site': ['same-origin', 'cross-site'] }, true],
  ];
  it.each(rows)('%s', (_, headers, elsewhere) => {
    expect(comesFromElsewhere(headers, allowed)).toBe(elsewhere);
  });
});
