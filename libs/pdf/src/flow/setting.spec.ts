import { describe, expect, it } from '@jest/globals';

import type { TextStyle } from '../font/lines.js';
import { setBalanced, setFitted, setShortened, type Setting } from './setting.js';

const style: TextStyle = { weight: 'bold', size: 20, leading: 27, color: '#000000' };

function texts({ lines }: Setting): string[] {
  return lines.map(({ glyphs, from, to }) =>
    glyphs
      .slice(from, to)
      .map(({ codePoint }) => String.fromCodePoint(codePoint))
      .join('')
      .trim(),
  );
}

describe('setBalanced', () => {
  it.each([
    [
      'a name in brackets on its own line',
      '펀드 준수보고서 「공공기술사업화 제1호 투자조합」',
      280,
      ['펀드 준수보고서', '「공공기술사업화 제1호 투자조합」'],
    ],
    ['lines of similar length', '공공기술 사업화 지원 사업 정산 보고서', 250, ['공공기술 사업화 지원', '사업 정산 보고서']],
    ['one line if it fits', '정산 보고서', 250, ['정산 보고서']],
  ])('%s', (_, text, measure, expected) => {
    expect(texts(setBalanced(text, style, measure))).toEqual(expected);
  });
});

describe('setShortened', () => {
  it('marks what it leaves out', () => {
    const [text = ''] = texts(setShortened('연구성과사업화 기금운용본부 준법지원실', style, 200));
    expect(text).toMatch(/^연구성과사업화.*…$/);
    expect(setShortened('연구성과사업화 기금운용본부 준법지원실', style, 200).lines[0]?.width).toBeLessThanOrEqual(200);
  });

  it('leaves alone what fits', () => {
    expect(texts(setShortened('짧은 글', style, 200))).toEqual(['짧은 글']);
  });
});

describe('setFitted', () => {
  it('makes type smaller, then breaks it, but never cuts', () => {
    expect(setFitted('80,000,000,000', style, 120, 6).lines).toHaveLength(1);
    const tiny = setFitted('80,000,000,000', style, 20, 6);
    expect(tiny.style.size).toBe(6);
    expect(texts(tiny).join('')).toBe('80,000,000,000');
  });
});
