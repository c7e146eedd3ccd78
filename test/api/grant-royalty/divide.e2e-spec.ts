import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { declareIncome, finishedProject, registeredTechnology } from '../../support/outcomes-of-grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const NON_PROFIT = {
  institution: 'NON_PROFIT',
  sources: [{ stage: 1, fiscalYear: 2021, source: 'GOVERNMENT', resource: 'CASH', amountWon: '100000000' }],
  lines: [{ stage: 1, fiscalYear: 2021, code: 'D4', resource: 'CASH', amountWon: '100000000' }],
};
const divide = (technologyId: string, changes: Json = {}, ask = {}): Promise<Answer> =>
  Client.as('finance').post(`/royalty-technologies/${technologyId}/divisions`, { year: 2023, basis: 'INNOVATION_ACT', amountWon: '12345678', dividedOn: '2024-06-01', ...changes }, ask);
const parts = (...amounts: string[]): Json => amounts.map((amountWon) => ({ amountWon }));

describe('dividing royalties of a non-profit owner', () => {
  let technologyId: string;
  beforeAll(async () => {
    technologyId = await registeredTechnology((await finishedProject(NON_PROFIT)).agreement.id, { use: 'LICENCE', contributionBasisPoints: undefined });
    for (const year of [2022, 2023, 2024]) expectStatus(await declareIncome(technologyId, year, '12345678'), 201);
  });
  itIsClosedTo('checker', 'divideGrantRoyalty', (client) => client.post(`/royalty-technologies/${NOWHERE}/divisions`, { year: 2023, basis: 'TRANSFER_ACT', amountWon: '1' }));
  itFindsNothingAt((id) => divide(id));

  it('TV-15: least parts are rounded up, the last party absorbs', async () => {
    const { body } = await divide(technologyId);
    expect(body.parts.map(({ recipient, amountWon }: Json) => [recipient, amountWon])).toEqual([['RESEARCHERS', '7407407'], ['TRANSFER', '1851852'], ['CONTRIBUTORS', '1234568'], ['OTHERS', '1851851']]);
    expect(refusal(await divide(technologyId))).toEqual([409, 'grant-royalty.divided-already']);
    // The other act names its own parts.
    expect((await divide(technologyId, { basis: 'TRANSFER_ACT' })).body.parts.map(({ amountWon }: Json) => amountWon)).toEqual(['6172839', '1234568', '4938271']);
  });

  it('takes parts by hand, none below its least and all of the money', async () => {
    expect(refusal(await divide(technologyId, { year: 2024, amountWon: '100', parts: parts('59', '15', '10', '16') }))).toEqual([400, 'grant-royalty.part-below-least', '/parts']);
    expect(refusal(await divide(technologyId, { year: 2024, amountWon: '100', parts: parts('60', '15', '10', '14') }))).toEqual([400, 'grant-royalty.parts-are-not-the-whole', '/parts']);
    expect((await divide(technologyId, { year: 2024, amountWon: '100', parts: parts('70', '15', '10', '5') })).body).toMatchObject({ parts: [{ amountWon: '70' }, {}, {}, { amountWon: '5' }] });
  });

  it('divides no more than came in, and nothing of an owner that pays', async () => {
    expect(refusal(await divide(technologyId, { year: 2025, amountWon: '1' }))).toEqual([422, 'rule.royalty-was-received']);
    const paying = await registeredTechnology((await finishedProject()).agreement.id);
    expect(refusal(await divide(paying))).toEqual([422, 'grant-royalty.not-non-profit']);
  });

  itWritesOncePerKey((ask, variation) => divide(technologyId, { year: 2022, basis: variation === 'first' ? 'INNOVATION_ACT' : 'TRANSFER_ACT' }, ask));
});
