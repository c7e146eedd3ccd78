import { describe, expect, it } from '@jest/globals';
import { redacted, type Secrecy } from './redaction.js';

describe('what is hidden', () => {
  it.each<[Secrecy, string, string]>([
    ['PERSON', '김하늘', '김*늘'],
    ['PERSON', '남궁솔별', '남**별'],
    ['PERSON', '김솔', '김*'],
    ['PERSON', '김하늘, 이솔', '김*늘, 이*'],
    ['PERSON', 'Ada Lovelace', 'A** L*******'],
    ['PERSON', '시스템', '시스템'],
    ['LOGIN', 'manager', 'ma*****'],
    ['LOGIN', 'ab', 'ab*'],
    ['BUSINESS_NUMBER', '311-82-04178', '311-82-*****'],
    ['ADDRESS', '10.1.2.3', '10.1.*.*'],
    ['ADDRESS', '2001:db8:1::7', '2001:db8:*'],
    ['TRADE', '1,234,567', '가림'],
    ['PROSE', '정기감사 3차', '정기감사 3차'],
    ['PROSE', '담당자 010-1234-5678, a.b@c.kr', '담당자 ***-****-****, ***@***'],
    ['PROSE', '주민번호 900101-1234567 확인', '주민번호 ******-******* 확인'],
    ['PROSE', '계좌 11012345678901', '계좌 **************'],
    ['PROSE', '금액 1,200,000원', '금액 1,200,000원'],
  ])('%s: %s is shown as %s', (secrecy, text, shown) => {
    expect(redacted(text, secrecy)).toBe(shown);
  });
});
