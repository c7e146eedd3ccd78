import { join } from 'node:path';
import { LONG_NAME } from './sample-data.mjs';

const DIST = join(import.meta.dirname, '..', '..', 'dist', 'libs');
const lib = (path) => import(join(DIST, path));

const NAME = '㈜한빛 & <株式會社 李家> "A/S"';
const RECORDED_AT = new Date('2022-01-31T01:00:00Z');

/** A call of capital as its notice tells it, with everything that may stand in one. */
const CALL = {
  partnerId: '00000000-0000-4000-8000-000000000001', number: 'CALL-FND-2021-02-2-1', fund: 'FND-2021-02 공공기술사업화 투자조합 & 제2호 <시험>', generalPartner: '시험운용(주)', custodian: '시험은행(수탁)',
  callNumber: 2, kind: 'ON_DEMAND', purposeCode: 'INVESTMENT', purpose: '투자재원', contact: '김하나 02-000-0000', noticeOn: '2022-01-31', dueOn: '2022-02-14', partner: '모태펀드', businessNumber: '1388219493',
  commitmentWon: 10_000_000_000n, calledBeforeWon: 4_000_000_000n, recalledWon: 0n, callWon: 4_000_000_000n, shareWon: 2_000_000_000n,
  account: { bank: '시험은행', accountNumber: '110-000-000000', holder: '시험투자조합' }, noticeBusinessDays: 10, ratePercent: '10.00', cureDays: 14, remedies: '규약 제18조', recordedAt: RECORDED_AT,
};
const OTHER_CALL = { ...CALL, partnerId: '00000000-0000-4000-8000-000000000002', number: 'CALL-FND-2021-02-2-2', partner: NAME, businessNumber: null, account: null, contact: null };

const LETTER = {
  voucherId: '00000000-0000-4000-8000-000000000003', number: 'AS-2021-0001', company: NAME, businessNumber: '1388219493', representative: '李相民', technology: '나노 소재 & <공정>', researcher: '김하나', institution: '한국대학교',
  contractNumber: 'TT-2021-17', broker: '기술거래(주)', issuedOn: '2021-05-03', validTo: '2021-12-31', amountWon: 5_000_000n, programme: '2021년 A&S 바우처', agency: '과학기술사업화진흥원', recordedAt: RECORDED_AT,
  terms: { governmentBasisPoints: 8_000, depositFirst: true, services: ['시험분석', '시제품 <제작>'], brokerRequired: true, providers: [NAME, '한국시험연구원'], statute: 'PUBLIC_FINANCE' },
};
const BARE_LETTER = { ...LETTER, voucherId: '00000000-0000-4000-8000-000000000004', number: 'AS-2021-0002', company: LONG_NAME, businessNumber: null, representative: null, technology: null, researcher: null, institution: null, contractNumber: null, broker: null, terms: { ...LETTER.terms, depositFirst: false, services: [], brokerRequired: false, providers: [] } };

const PLAN = [{ dueOn: '2022-03-31', amountWon: 700_000n }, { dueOn: '2022-04-30', amountWon: 924_800n }];
const CLAUSES = ['보조금 관리에 관한 법률 제31조 & 제33조', '국고금 관리법 제47조 <끝수>'];

/** The facts of a claw-back of a voucher, with interest and in instalments. */
const CLAWBACK = {
  number: 'CB-2021-0001', agency: '과학기술사업화진흥원', payment: '2021년 A&S 바우처 AS-2021-0001', regime: 'SUBSIDY', debtor: NAME, debtorNumber: '1388219493', voucher: 'AS-2021-0001', service: 'SV-0001', ground: 'FALSE_CLAIM',
  reason: `${LONG_NAME} 허위 세금계산서 & <이중 청구>`, improperOn: '2021-06-10', noticeOn: '2022-02-28', dueOn: '2022-03-31', principalWon: 1_500_000n, interestWon: 124_807n, penaltyWon: 0n, droppedWon: 7n, published: true,
  interest: [{ from: '2021-06-01', months: 8, rateBasisPoints: 120, clause: '국세기본법 시행규칙 제19조의3', interestWon: 124_807n }], penaltyClause: '제재부가금 없음', plan: PLAN, clauses: CLAUSES, decidedAt: RECORDED_AT,
};

const CLAIM = {
  id: '00000000-0000-4000-8000-000000000005', callId: 'c', agreementId: 'a', agreementNumber: 'PT-2021-001', agreementTitle: NAME, number: 'RY-2023-0001', ground: 'ROYALTY', year: 2022, capWon: '900000000', disposalId: null, assetName: null,
  debtorId: 'd', debtor: NAME, debtorNumber: '1388219493', computedWon: '1234567', amountWon: '1234560', noticeOn: '2023-03-02', dueOn: '2023-05-31', knownAt: RECORDED_AT, receipts: [],
  working: { payer: 'SME', grantWon: '300000000', capWon: '900000000', claimedBeforeWon: '0', licenceWon: '24691340', salesWon: '0', computedWon: '1234567', dueWon: '1234567', claimedOfYearWon: '0', clause: '시행령 별표 4 & <비고>', endsOn: '2028-12-31' },
};
const PROCEEDS = { ...CLAIM, number: 'AP-2023-0001', ground: 'ASSET_PROCEEDS', year: null, assetName: `정밀 가공기 ${NAME}`, working: { asset: 'PT-2021-001-A01', name: NAME, acquiredWon: '19500000', governmentPaidWon: '18870967' } };

async function noticeSamples() {
  const [{ noticePdf: clawbackPdf }, { noticeOf }, { recoveryNoticePdf }, { settlementWorking }, { outcomeNoticePdf }, { outcomeNotice }, { registerForms }, { SHARE_VERSIONS }] = await Promise.all(
    ['voucher/src/clawback/notice/notice.pdf.js', 'voucher/src/clawback/notice/notice.model.js', 'notice/src/index.js', 'grant/src/settlement/notice/notice.pdf.js', 'grant/src/outcome-claim/notice/notice.pdf.js', 'grant/src/outcome-claim/notice/notice.model.js', 'report/src/testing/grant-forms.js', 'grant/src/index.js'].map(lib),
  );
  const form = (await registerForms(SHARE_VERSIONS)).get('PT-2021-001');
  const settlement = {
    ...{ title: '정산결과 통보서', statute: '국가연구개발혁신법', number: 'GS-2022-0001', agency: '과학기술사업화진흥원', debtor: NAME, noticeOn: '2022-03-20', decidedAt: RECORDED_AT, keywords: ['정산'] },
    ...{ contents: [['사업명', NAME], ['정산 사유', LONG_NAME]], sayings: ['이의가 있으면 & <기한> 안에 신청합니다.'], working: settlementWorking(form), tables: 1, plan: [], demandedWon: 0n, clauses: CLAUSES, data: { settlement: form } },
  };
  const demand = { ...settlement, title: '정산금 반납 통지서', number: 'GR-2022-0001', plan: PLAN, demandedWon: 1_624_800n };
  const claim = (each) => outcomeNotice(each, { name: `시작품 제작 ${NAME}`, agency: '과학기술사업화진흥원' }, '국가연구개발혁신법');
  return [
    { name: 'clawback-notice', texts: [NAME, CLAWBACK.reason, '1,500,000', '124,807', '1,624,800', '924,800', ...CLAUSES], make: () => clawbackPdf(noticeOf(CLAWBACK)) },
    { name: 'settlement-notice', texts: [NAME, LONG_NAME, ...CLAUSES], make: () => recoveryNoticePdf(settlement) },
    { name: 'demand', texts: [NAME, '700,000', '924,800', '1,624,800', ...CLAUSES], make: () => recoveryNoticePdf(demand) },
    { name: 'royalty-notice', texts: [NAME, '24,691,340원', '1,234,567원', CLAIM.working.clause], make: () => outcomeNoticePdf(claim(CLAIM)) },
    { name: 'proceeds-notice', texts: [NAME, '19,500,000원', '18,870,967원'], make: () => outcomeNoticePdf(claim(PROCEEDS)) },
  ];
}

/** A book whose lines run over several pages, as it is read; marked, as it is handed to a guest. */
async function extractSample() {
  const { extractPdf } = await lib('report/src/ledger-extract/ledger-extract.pdf.js');
  const line = (at, side) => ({ entryId: String(at + 1), effectiveOn: '2022-06-30', knownOn: '2022-07-01', posting: `투자금 지급 & <${at}>`, account: `투자자산 ${NAME}`, unit: 'KRW', side, amount: String(1_000_000 + at), memo: at % 40 === 7 ? LONG_NAME : '株式會社', actor: '김운용', reverses: at % 50 === 9 ? '3' : null });
  const lines = Array.from({ length: 120 }, (_, at) => line(at >> 1, at % 2 === 0 ? 'D' : 'C'));
  const total = lines.filter(({ side }) => side === 'D').reduce((sum, { amount }) => sum + BigInt(amount), 0n).toString();
  const head = { book: 'fund/1', bookName: `조합 ${NAME}`, asOf: '2022-06-30', knownBefore: '2022-07-01T15:00:00.000Z', entries: 60, accounts: [{ chart: 'fund.investment-cost', name: `투자자산 ${NAME}`, unit: 'KRW', lines: 120, debit: total, credit: total }] };
  const make = async () => {
    const chunks = [];
    const read = async function* () {
      yield* lines;
    };
    for await (const chunk of extractPdf(head, read(), ['사본 · auditor', '사유: 감사 & <자료>'])) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  return { name: 'ledger-extract', texts: lines.flatMap(({ posting, amount }) => [posting, amount.replace(/\B(?=(\d{3})+$)/g, ',')]), make };
}

/** An answer to an auditor, with names hidden and amounts shown, marked as every one of them is. */
async function packSample() {
  const [{ UNUSED }, { packPdf }, { sealPack }, { packDraft }, { PolicySet }, { startOfSeoulDay }] = await Promise.all(
    ['audit/src/question/unused.js', 'audit/src/pack/pack.pdf.js', 'audit/src/pack/pack.service.js', 'audit/src/pack/pack.view.js', 'policy/src/index.js', 'calendar/src/index.js'].map(lib),
  );
  const [from, to, knownBefore] = ['2024-01-01', '2026-07-31', new Date('2026-07-31T15:00:00Z')];
  const question = { asOf: to, knownBefore, from, to, since: startOfSeoulDay(from), before: knownBefore, funds: [], years: [], calls: [], narrowed: false, limits: new PolicySet([]) };
  const uncalled = Array.from({ length: 40 }, (_, at) => ({ fund: `FND-2024-${at}`, partner: at === 7 ? LONG_NAME : NAME, partnerIsPerson: false, committedWon: '9007199254740993', calledWon: '1', paidWon: '0', uncalledWon: '9007199254740992', overdueWon: '1' }));
  const exits = [{ fund: 'FND-2024-01', number: 'INV-1', company: NAME, exitedOn: '2025-04-15', what: '장외매각 & <정정>', costWon: '600000000', proceedsWon: '712345678', distributedOn: null, dayCount: null }];
  const sealed = sealPack(packDraft({ definition: UNUSED, question, answers: [uncalled, [], exits, [], [], [], []], scope: { ko: `시험 ${NAME}`, en: 'Trial' } }, false), RECORDED_AT);
  return { name: 'audit-pack', texts: [NAME, LONG_NAME, '9,007,199,254,740,993', '712,345,678'], make: () => packPdf(sealed, ['사본 · auditor', '사유: 정기감사 & <3차>']) };
}

/** Every letter and notice the product prints, and what it hands to auditors besides reports. */
export async function letterSamples() {
  const [{ noticePdf, noticesPdf }, { letterPdf, lettersPdf }] = await Promise.all(['fund/src/call-notice/call-notice.pdf.js', 'voucher/src/letter/letter.pdf.js'].map(lib));
  return [
    { name: 'call-notice', texts: [CALL.fund, '2,000,000,000'], make: () => noticePdf(CALL) },
    { name: 'call-notices', texts: [NAME, '2,000,000,000', '4,000,000,000'], make: () => noticesPdf([CALL, OTHER_CALL]) },
    { name: 'voucher-letter', texts: [NAME, '5,000,000', LETTER.technology], make: () => letterPdf(LETTER) },
    { name: 'voucher-letters', texts: [NAME, LONG_NAME, '5,000,000', '10,000,000'], make: () => lettersPdf([LETTER, BARE_LETTER]) },
    ...(await noticeSamples()),
    await extractSample(),
    await packSample(),
  ];
}
