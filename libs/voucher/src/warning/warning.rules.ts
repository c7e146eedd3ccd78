import type { Bilingual, DetailValue } from '#libs/errors';
import { formatWon, won } from '#libs/money';
import type { Signal, SignRow } from './warning.js';

const text = (value: DetailValue | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const amount = (value: DetailValue | undefined): string => formatWon(won(BigInt(text(value) || '0')));
/** Basis points as a percentage with one decimal, truncated. */
const percent = (value: DetailValue | undefined): string => `${Math.floor(Number(value) / 100)}.${Math.floor((Number(value) % 100) / 10)}%`;

type Sentence = (row: SignRow) => Bilingual;

const SENTENCES: Readonly<Record<Signal, Sentence>> = {
  PROVIDER_CONCENTRATION: ({ subject, facts, measures }) => ({
    ko: `${subject}이(가) 계약금액의 ${percent(measures['shareBasisPoints'])}(${amount(measures['supplyWon'])}원, ${facts.length}건)를 맡았습니다.`,
    en: `${subject} has ${percent(measures['shareBasisPoints'])} of all contracts (${amount(measures['supplyWon'])} won, ${facts.length} services).`,
  }),
  PRICE_AT_CAP: ({ subject, facts, measures }) => ({
    ko: `${subject}의 서비스 ${facts.length}건이 모두 ${amount(measures['supplyWon'])}원으로, 바우처를 한 번에 다 씁니다.`,
    en: `${facts.length} services of ${subject} cost ${amount(measures['supplyWon'])} won each and use up a voucher at once.`,
  }),
  SHORT_INTERVAL: ({ subject, measures }) => ({
    ko: `${subject}: 계약하고 ${text(measures['days'])}일 만에 결과보고를 냈습니다.`,
    en: `${subject}: delivered ${text(measures['days'])} days after the contract.`,
  }),
  SAME_DELIVERABLE: ({ facts }) => ({
    ko: `서비스 ${facts.length}건의 결과물이 같은 파일입니다(해시 일치).`,
    en: `The deliverables of ${facts.length} services are the same file, by its hash.`,
  }),
  SAME_CONTACT: ({ facts, measures }) => ({
    ko: `신청 ${facts.length}건의 ${measures['kind'] === 'PHONE' ? '전화번호' : '주소'}가 같습니다.`,
    en: `${facts.length} applications give the same ${measures['kind'] === 'PHONE' ? 'phone number' : 'address'}.`,
  }),
  APPLICATION_BURST: ({ facts, measures }) => ({
    ko: `${text(measures['receivedOn'])} ${text(measures['from'])}~${text(measures['to'])} 사이에 신청 ${facts.length}건이 몰렸습니다.`,
    en: `${facts.length} applications came between ${text(measures['from'])} and ${text(measures['to'])} on ${text(measures['receivedOn'])}.`,
  }),
  RELATED_PARTIES: ({ subject, measures }) => ({
    ko: `${subject}: ${relation(measures['relation']).ko}`,
    en: `${subject}: ${relation(measures['relation']).en}`,
  }),
  INVOICE_OUTSIDE_AGREEMENT: ({ subject, measures }) => ({
    ko: `${subject}: 세금계산서 작성일 ${text(measures['invoicedOn'])}이(가) 협약기간(${text(measures['from'])} ~ ${text(measures['to'])}) 밖입니다.`,
    en: `${subject}: the invoice is dated ${text(measures['invoicedOn'])}, outside of the agreement (${text(measures['from'])} to ${text(measures['to'])}).`,
  }),
  SUPPLIER_CLOSED: ({ subject, measures }) => ({
    ko: `${subject}: 공급자가 ${text(measures['since'])}부터 ${measures['status'] === 'CLOSED' ? '폐업' : '휴업'} 상태인데 세금계산서 작성일이 ${text(measures['invoicedOn'])}입니다.`,
    en: `${subject}: the supplier was ${measures['status'] === 'CLOSED' ? 'closed' : 'resting'} since ${text(measures['since'])}; its invoice is dated ${text(measures['invoicedOn'])}.`,
  }),
  DUPLICATE_SUPPORT: ({ subject, facts }) => ({
    ko: `${subject}: 같은 기술로 ${facts.length}건을 신청했거나 지원받고 있습니다.`,
    en: `${subject}: the same technology stands in ${facts.length} applications or vouchers.`,
  }),
  YEAR_END_DUMPING: ({ subject, facts, measures }) => ({
    ko: `${subject}의 계약 ${facts.length}건이 바우처 만료 ${text(measures['days'])}일 안에 맺어졌습니다.`,
    en: `${facts.length} contracts of ${subject} were made within ${text(measures['days'])} days of the last day of the vouchers.`,
  }),
  SELF_APPROVAL: ({ subject, facts }) => ({
    ko: `${subject} 계정이 본인 건을 승인하려다 ${facts.length}번 거절되었습니다.`,
    en: `${subject} was refused ${facts.length} times when approving their own work.`,
  }),
  RESEARCHER_IS_INSIDER: ({ subject, measures }) => ({
    ko: `${subject}: 연구자와 같은 이름이 기업의 ${measures['role'] === 'REPRESENTATIVE' ? '대표자' : '임원·주주'}에 있습니다${measures['cleared'] === true ? '(이해충돌 심의자료 있음)' : '(심의자료 없음)'}.`,
    en: `${subject}: somebody of the researcher's name is ${measures['role'] === 'REPRESENTATIVE' ? 'the representative' : 'an officer or shareholder'} of the company${measures['cleared'] === true ? ' (a clearance is on file)' : ' (no clearance on file)'}.`,
  }),
};

/** What was seen, as a sentence that an accused could answer. */
export function sentenceOf(signal: Signal, row: SignRow): Bilingual {
  return SENTENCES[signal](row);
}

const RELATIONS: Readonly<Record<string, Bilingual>> = {
  SELF: { ko: '기업이 스스로를 공급기관으로 썼습니다.', en: 'the company is its own provider.' },
  RECIPROCAL: { ko: '두 기관이 서로의 바우처를 썼습니다.', en: 'each was paid from the voucher of the other.' },
  REPRESENTATIVE: { ko: '기업과 공급기관의 대표자 이름이 같습니다.', en: 'company and provider have a representative of the same name.' },
  ADDRESS: { ko: '기업과 공급기관의 주소가 같습니다.', en: 'company and provider have the same address.' },
};

const relation = (value: DetailValue | undefined): Bilingual => RELATIONS[text(value)] ?? { ko: '관계가 있습니다.', en: 'they are related.' };
