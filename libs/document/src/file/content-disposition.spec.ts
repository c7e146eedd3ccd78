import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentDisposition } from './content-disposition.js';

describe('attachmentDisposition', () => {
  it.each([
    ['report.pdf', `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`],
    ['투자 계약서.pdf', `attachment; filename="__ ___.pdf"; filename*=UTF-8''%ED%88%AC%EC%9E%90%20%EA%B3%84%EC%95%BD%EC%84%9C.pdf`],
    ['a"; filename=b.exe', `attachment; filename="a__ filename=b.exe"; filename*=UTF-8''a%22%3B%20filename%3Db.exe`],
    [`it's (1)*.pdf`, `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
    ['😀.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%F0%9F%98%80.pdf`],
  ])('%s', (name, header) => {
    expect(attachmentDisposition(name)).toBe(header);
  });

  it('is one line of ASCII with one quoted name, and gives the name back, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const header = attachmentDisposition(name);
        expect(header).toMatch(/^attachment; filename="[\x20\x21\x23-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/);
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name);
      }),
    );
  });
});
