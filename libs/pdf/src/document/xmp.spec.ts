import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { escapeXml, xmpInstant } from './xmp.js';

describe('escapeXml', () => {
  it.each([
    ['R&D <초안> "가"', 'R&amp;D &lt;초안&gt; &quot;가&quot;'],
    ["it's", 'it&apos;s'],
    ['&amp;', '&amp;amp;'],
    ['a\u0000b\u0008c\ufffe', 'abc'],
    ['\ud800가', '가'],
    ['𠮷', '𠮷'],
  ])('%j', (given, expected) => {
    expect(escapeXml(given)).toBe(expected);
  });

  it('leaves no markup of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
      }),
    );
  });
});

describe('xmpInstant', () => {
  it('is UTC without fractions', () => {
    expect(xmpInstant(new Date('2026-07-02T15:30:00.789+09:00'))).toBe('2026-07-02T06:30:00Z');
  });
});
