import { describe, expect, it } from '@jest/globals';
import { decodeCp949, encodeCp949 } from './cp949.js';

const decoded = (hex: string): string | null => decodeCp949(Buffer.from(hex, 'hex'));

describe('decodeCp949', () => {
  it.each([
    ['ASCII, the backslash included', '415c7e', 'A\\~'],
    ['the first and last syllable of EUC-KR', 'b0a1c8fe', '가힝'],
    ['ideographs', 'cab1b4d2', '珂닐'],
    ['circled and bracketed letters', 'a2dfa8e7', '㈜①'],
    ['the euro sign', 'a2e6', '€'],
    ['the first syllables of the extension', '814181428143', '갂갃갅'],
    ['before and after the gaps in the second byte', '815a8161817a8181', '갴갵걕걖'],
    ['where the area of EUC-KR begins', 'a0fea141a1a0a241', '좤좥줎줐'],
    ['the last syllable of the extension', 'c652', '힣'],
    ['a word that EUC-KR cannot write', '8c63b9e6b0a2c7cf', '똠방각하'],
  ])('%s', (_what, hex, text) => expect(decoded(hex)).toBe(text));

  it.each(['80', 'ff', 'b0', 'b020', 'b0ff', '8130', 'c653', 'a240'])('refuses %s', (hex) => expect(decoded(hex)).toBe(null));

  it('has every modern syllable once', () => {
    const syllables = new Set<string>();
    for (let lead = 0x81; lead <= 0xc8; lead += 1) {
      for (let trail = 0x41; trail <= 0xfe; trail += 1) {
        const text = decodeCp949(Uint8Array.of(lead, trail));
        if (text !== null && /^[가-힣]$/.test(text)) syllables.add(text);
      }
    }
    expect(syllables.size).toBe(11_172);
  });
});

describe('encodeCp949', () => {
  it('writes what is read back, for every double byte there is', () => {
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x41; trail <= 0xfe; trail += 1) {
        const text = decodeCp949(Uint8Array.of(lead, trail));
        if (text !== null) expect(decodeCp949(encodeCp949(text))).toBe(text);
      }
    }
  });

  it('marks what CP949 does not have', () => expect(encodeCp949('가é😀A').toString('hex')).toBe('b0a13f3f41'));
});
