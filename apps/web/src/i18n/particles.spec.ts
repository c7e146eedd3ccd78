import { describe, expect, it } from '@jest/globals';
import { fitting, withParticles } from './particles.js';

describe('particles', () => {
  it.each([
    ['날짜(으)로 읽을 수 없습니다', '날짜로 읽을 수 없습니다'],
    ['금액(으)로 읽을 수 없습니다', '금액으로 읽을 수 없습니다'],
    ['서울(으)로', '서울로'],
    ["'오백만원'은(는)", "'오백만원'은"],
    ['‘새봄바이오랩’을(를)', '‘새봄바이오랩’을'],
    ['(주)물결센서이(가)', '(주)물결센서가'],
    ['한빛(주)을(를)', '한빛(주)를'],
    ['D4은(는) 협약 예산의', 'D4는 협약 예산의'],
    ['PT-2026-001을(를)', 'PT-2026-001을'],
    ['INV-2023-0003이(가)', 'INV-2023-0003이'],
    ['텍스트 파일(CSV)(으)로 보입니다', '텍스트 파일(CSV)로 보입니다'],
    ['50.00%을(를)', '50.00%를'],
    // Nobody knows how a login is read.
    ['finance을(를)', 'finance을(를)'],
    ['(선택) 값이 없습니다.', '(선택) 값이 없습니다.'],
  ])('%s → %s', (offered, spoken) => {
    expect(withParticles(offered)).toBe(spoken);
  });

  it('fit a word', () => {
    expect([fitting('보조사업', '가'), fitting('사업비', '이'), fitting('보조금', '를'), fitting('계정', '로'), fitting('서울', '으로')]).toEqual(['이', '가', '을', '으로', '로']);
  });
});
