import { describe, expect, it } from '@jest/globals';
import { basisPointsOf, blankDocument, detailFieldsOf, evidenceOf, faultsOf, isFilled } from './document-form.js';

describe('a document as it is typed', () => {
  it.each([
    ['10', 1000],
    ['9.99', 999],
    ['12.5', 1250],
    ['100', 10_000],
    ['100.01', null],
    ['12.345', null],
    ['십', null],
  ])('a share of %s percent is %s basis points', (percent, basisPoints) => {
    expect(basisPointsOf(percent)).toBe(basisPoints);
  });

  it('asks for what the checks of its kind read, whatever the spelling', () => {
    expect(detailFieldsOf('재직·소속 증명서')).toEqual(['counterparty', 'termFrom', 'termTo']);
    expect(detailFieldsOf('특허등록원부')).toEqual(['number']);
  });

  it('is sent with what was typed and nothing else', () => {
    const form = { ...blankDocument('주주명부'), issuedOn: '2024. 5. 20.', counterparty: ' 한국과학기술연구원 ', holdingPercent: '15', zone: '대덕' };
    expect(evidenceOf(form)).toEqual({ kind: '주주명부', issuedOn: '2024-05-20', detail: { counterparty: '한국과학기술연구원', holdingBasisPoints: 1500 } });
    expect(evidenceOf({ ...blankDocument('정관'), documentId: 'id' })).toEqual({ kind: '정관', documentId: 'id' });
  });

  it('names the fields that cannot be read', () => {
    expect(faultsOf({ ...blankDocument('주주명부'), issuedOn: '2024-13-01', holdingPercent: 'many', termFrom: 'soon' })).toEqual(['issuedOn', 'holdingPercent']);
  });

  it.each([
    [{}, false],
    [{ issuedOn: '2024-05-20' }, true],
    [{ documentId: 'id' }, true],
    [{ counterparty: '한국과학기술연구원' }, true],
    [{ zone: '대덕' }, false],
  ])('with %j is filled in: %s', (changes, filled) => {
    expect(isFilled({ ...blankDocument('주주명부'), ...changes })).toBe(filled);
  });
});
