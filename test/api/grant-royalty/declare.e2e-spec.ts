import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { business, declareIncome, finishedProject, registeredTechnology, registerTechnology } from '../../support/outcomes-of-grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const ONE = business('한번');
let agreementId: string;
let callId: string;
beforeAll(async () => {
  const { call, agreement } = await finishedProject();
  [callId, agreementId] = [call.id, agreement.id];
});

describe('a result in the hands of a company', () => {
  itIsClosedTo('checker', 'registerGrantRoyalty', (client) => client.post(`/grant-agreements/${NOWHERE}/royalty-technologies`, {}));
  itFindsNothingAt((id) => registerTechnology(id));
  itWritesOncePerKey((ask, variation) => registerTechnology(agreementId, { name: `기술 ${variation}`, company: ONE }, ask));

  it('is on record once, with its agreement', async () => {
    const company = business('같은기업');
    expectStatus(await registerTechnology(agreementId, { company, name: '같은 기술' }), 201);
    expect(refusal(await registerTechnology(agreementId, { company, name: '같은 기술' }))).toEqual([409, 'grant-royalty.registered-already']);
    const [page] = (await Client.as('auditor').get(`/grant-calls/${callId}/royalties`)).body;
    expect(page).toMatchObject({ agreementId, statement: { payer: 'SME' }, technologies: expect.arrayContaining([expect.objectContaining({ company: company.name, name: '같은 기술', useName: { ko: '직접 사업화(매출)', en: 'Own use' } })]) });
  });

  it.each<[string, object, unknown[]]>([
    ['a company whose number is wrong', { company: { name: '(주)번호', businessNumber: '123-45-67890' } }, [400, 'BRN_CHECKSUM', '/company/businessNumber']],
    ['own use without its contribution', { contributionBasisPoints: undefined }, [400, 'grant-royalty.contribution-wanted', '/contributionBasisPoints']],
    ['a licence with one', { use: 'LICENCE' }, [400, 'grant-royalty.contribution-unknown', '/contributionBasisPoints']],
    ['a contract of tomorrow', { contractedOn: '2099-01-01' }, [400, 'grant-royalty.not-contracted-yet', '/contractedOn']],
    ['a contract older than the agreement', { contractedOn: '2020-01-01' }, [400, 'grant-royalty.before-agreement', '/contractedOn']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await registerTechnology(agreementId, changes))).toEqual(expected);
  });
});

describe('declared income', () => {
  let technologyId: string;
  beforeAll(async () => {
    technologyId = await registeredTechnology(agreementId);
  });
  itIsClosedTo('checker', 'declareGrantRoyalty', (client) => client.post(`/royalty-technologies/${NOWHERE}/declarations`, { year: 2023, incomeWon: '0' }));
  itFindsNothingAt((id) => declareIncome(id, 2023, '0'));
  itWritesOncePerKey((ask, variation) => declareIncome(technologyId, variation === 'first' ? 2022 : 2023, '1000000', {}, ask));

  it('is corrected by the next turn, which alone counts', async () => {
    expect((await declareIncome(technologyId, 2024, '1000000000')).body).toMatchObject({ turn: 1 });
    const { body } = await declareIncome(technologyId, 2024, '2000000000', { jobs: 3 });
    expect(body).toMatchObject({ turn: 2 });
    expect(body.statement.years.at(-1)).toMatchObject({ year: 2024, salesWon: '2000000000', computedWon: '10000000' });
  });

  it.each<[string, number, string, object, unknown[]]>([
    ['a year before the contract', 2021, '0', {}, [400, 'grant-royalty.no-such-year', '/year']],
    ['a year to come', 2098, '0', { declaredOn: '2026-01-01' }, [400, 'grant-royalty.no-such-year', '/year']],
    ['a declaration of tomorrow', 2023, '0', { declaredOn: '2099-01-01' }, [400, 'grant-royalty.declared-at-no-time', '/declaredOn']],
    ['money without a day', 2023, '5', { collectedOn: undefined }, [400, 'grant-royalty.collected-in-year', '/collectedOn']],
    ['a day of another year', 2023, '5', { collectedOn: '2022-12-31' }, [400, 'grant-royalty.collected-in-year', '/collectedOn']],
    ['a day without money', 2023, '0', { collectedOn: '2023-04-01' }, [400, 'grant-royalty.nothing-collected', '/collectedOn']],
    ['a file that was never uploaded', 2023, '0', { documentId: NOWHERE }, [400, 'document.unknown', '/documentId']],
  ])('refuses %s', async (_what, year, incomeWon, changes, expected) => {
    expect(refusal(await declareIncome(technologyId, year, incomeWon, changes))).toEqual(expected);
  });
});
