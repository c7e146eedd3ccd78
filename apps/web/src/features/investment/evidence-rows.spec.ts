import { describe, expect, it } from '@jest/globals';
import { blankRow, placeFile, readEvidence, withRequired } from './evidence-rows.js';

const REQUIRED = ['기술이전계약서', '겸직·휴직 승인서'];

describe('the evidence checklist', () => {
  it('has a line for every required document and keeps what was given', () => {
    const given = { ...blankRow('주주명부'), issuedOn: '2023-01-05' };
    expect(withRequired([given, blankRow('정관')], REQUIRED).map(({ kind }) => kind)).toEqual([...REQUIRED, '주주명부']);
  });

  it.each([
    ['기술이전계약서_최종.pdf', 0, ''],
    ['(서명본) 기술 이전 계약서 20230306.pdf', 0, '2023-03-06'],
    ['겸직휴직승인서-2023.01.05.pdf', 1, '2023-01-05'],
  ])('places %s at line %s with the date %j', (fileName, line, issuedOn) => {
    const placed = placeFile(REQUIRED.map(blankRow), { documentId: 'd', fileName });
    expect(placed[line]).toEqual({ kind: REQUIRED[line], issuedOn, documentId: 'd', fileName });
    expect(placed).toHaveLength(2);
  });

  it('gives a file that fits nowhere a line of its own', () => {
    expect(placeFile(REQUIRED.map(blankRow), { documentId: 'd', fileName: '메모.png' }).at(-1)).toEqual({ kind: '메모', issuedOn: '', documentId: 'd', fileName: '메모.png' });
  });

  it('sends what was given and names the line of a wrong date', () => {
    const rows = [blankRow('기술이전계약서'), { ...blankRow('정관'), issuedOn: '2023-02-30' }, { ...blankRow('등기부'), documentId: 'd' }];
    expect(readEvidence(rows, 'wrong')).toEqual({
      evidence: [{ kind: '정관' }, { kind: '등기부', documentId: 'd' }],
      faults: [{ pointer: '/evidence/1/issuedOn', text: 'wrong' }],
    });
  });
});
