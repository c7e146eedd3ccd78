import { addDays, formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual, Details } from '#libs/errors';
import { BUSINESS_STATUSES } from '#libs/identifier';
import { formatWon, won, type Won } from '#libs/money';
import type { Sourced } from '#libs/policy';
import { judgeShares } from '../../share/share.rules.js';
import { sharesOn } from '../../share/share.policy.js';
import type { GrantRegime } from '../../call/call.js';
import { requestedWon, type Applicant, type ProjectFacts } from '../application.js';
import type { ApplicantRecord, CheckTerms } from './check.js';

/** An application as the rules see it. */
export interface Checked {
  readonly regime: GrantRegime;
  readonly facts: ProjectFacts;
  readonly applicants: readonly Applicant[];
}

const BAN_CLAUSE: Readonly<Record<GrantRegime, string>> = { RND: '국가연구개발혁신법 제32조', SUBSIDY: '보조금 관리에 관한 법률 제31조의2' };
const ARREARS_CLAUSE = '사업 공고(신청자격: 국세·지방세 체납)';
const DUPLICATE_CLAUSE: Readonly<Record<GrantRegime, string>> = { RND: '국가연구개발혁신법 시행령 제9조', SUBSIDY: '보조금 관리에 관한 법률 제26조의6' };

/** Every rule on one application as things stand on `on`, in the order in which a reader expects them. */
export function judgeApplication(checked: Checked, records: readonly ApplicantRecord[], terms: CheckTerms, on: LocalDate): Verdict[] {
  const { regime, facts, applicants } = checked;
  return [
    ...records.flatMap((record) => [
      nobodyIsBanned(record, regime, on),
      ...(regime === 'RND' ? [investigatorHasRoom(record, applicants.find(({ partyId }) => partyId === record.partyId)?.role === 'LEAD', terms, on)] : []),
      taxesArePaid(record, terms.answerDays, on),
      institutionIsInBusiness(record, on),
      supportIsNoDuplicate(record, regime),
    ]),
    ...(terms.amountMaximum === null ? [] : [requestStaysWithinTheAmount(requestedWon(applicants), terms.amountMaximum)]),
    ...(terms.tiers.value.length === 0 ? [] : [tierIsOfTheCall(facts.subProgramme, terms.tiers)]),
    ...(terms.triad.value ? [triadIsComplete(checked, terms.triad)] : []),
    // Who pays what is research law; a subsidy is shared as its call says.
    ...(regime === 'RND' ? applicants.flatMap((each) => judgeShares(each, each.institution, sharesOn(facts.periodFrom))) : []),
  ];
}

/** Neither the institution nor its investigator is excluded on the day (참여제한·수행배제). */
export function nobodyIsBanned({ party, bans }: ApplicantRecord, regime: GrantRegime, on: LocalDate): Verdict {
  const inForce = bans.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn);
  const say = verdictOf('nobody-is-banned', BAN_CLAUSE[regime], { party, on, bans: inForce.map(({ name, fromOn, toOn, source }) => ({ name, fromOn, toOn, source })) });
  const [first] = inForce;
  return first === undefined
    ? say('PASS', { ko: `${party}: 참여제한 기록이 없습니다.`, en: `${party}: nobody is excluded.` })
    : say('BLOCK', {
        ko: `${party}: ${first.name}은(는) ${formatOfficialDate(first.fromOn)}부터 ${formatOfficialDate(first.toOn)}까지 참여할 수 없습니다(${first.ground}, ${first.source}). 참여자를 바꾸거나 탈락 처리해 주세요.`,
        en: `${party}: ${first.name} is excluded from ${first.fromOn} to ${first.toOn} (${first.source}). Have them replaced, or turn the application down.`,
      });
}

/** A researcher takes part in so many projects at a time and leads so many of them (3책5공). `leads`: this one too. */
export function investigatorHasRoom({ party, investigator, running, participation }: ApplicantRecord, leads: boolean, { projectsMaximum, ledMaximum, answerDays }: CheckTerms, on: LocalDate): Verdict {
  const projects = running.projects + (participation?.projects ?? 0) + 1;
  const led = running.led + (participation?.projectsLed ?? 0) + (leads ? 1 : 0);
  const say = verdictOf('investigator-has-room', projectsMaximum.clause, { party, investigator, projects, led, projectsMaximum: projectsMaximum.value, ledMaximum: ledMaximum.value });
  if (investigator === null) return say('WARN', { ko: `${party}: 연구책임자가 적혀 있지 않아 과제 수를 확인하지 못했습니다.`, en: `${party}: no investigator is named, so their projects were not counted.` });
  if (projects > projectsMaximum.value || led > ledMaximum.value) {
    return say('BLOCK', {
      ko: `${party} 연구책임자는 이 과제를 더하면 참여 ${projects}건(한도 ${projectsMaximum.value}), 책임 ${led}건(한도 ${ledMaximum.value})입니다. 연구책임자를 바꾸거나 다른 과제가 끝난 뒤 신청해야 합니다.`,
      en: `With this project the investigator of ${party} takes part in ${projects} (at most ${projectsMaximum.value}) and leads ${led} (at most ${ledMaximum.value}). Name another, or wait for a project to end.`,
    });
  }
  if (participation === null || isStale(participation.askedOn, answerDays, on)) {
    return say('WARN', { ko: `${party}: 다른 기관 과제의 조회 결과(IRIS)가 없거나 ${answerDays.value}일이 지났습니다. 조회해 기록해 주세요.`, en: `${party}: nobody has asked about projects elsewhere (IRIS) in ${answerDays.value} days. Record the answer.` });
  }
  return say('PASS', { ko: `${party}: 참여 ${projects}건, 책임 ${led}건으로 한도 안입니다.`, en: `${party}: ${projects} project(s), ${led} led, within the limits.` });
}

/** No taxes are owed, by an answer that is fresh. */
export function taxesArePaid({ party, arrears }: ApplicantRecord, answerDays: Sourced<number>, on: LocalDate): Verdict {
  const say = verdictOf('taxes-are-paid', ARREARS_CLAUSE, { party, result: arrears?.result ?? null, askedOn: arrears?.askedOn ?? null, source: arrears?.source ?? null, validDays: answerDays.value });
  if (arrears?.result === 'FOUND') {
    return say('BLOCK', { ko: `${party}: 체납이 확인되었습니다(${formatOfficialDate(arrears.askedOn)}, ${arrears.source}). 완납증명을 받아 다시 조회한 결과를 기록해 주세요.`, en: `${party} owes taxes (${arrears.askedOn}, ${arrears.source}). Record a later answer once they are paid.` });
  }
  if (arrears === null || isStale(arrears.askedOn, answerDays, on)) {
    return say('BLOCK', { ko: `${party}: 국세·지방세 체납 조회 결과가 없거나 ${answerDays.value}일이 지났습니다. 조회해 기록해 주세요.`, en: `${party}: no answer about taxes from the last ${answerDays.value} days. Ask and record it.` });
  }
  return say('PASS', { ko: `${party}: 체납이 없습니다(${formatOfficialDate(arrears.askedOn)}, ${arrears.source}).`, en: `${party} owes no taxes (${arrears.askedOn}, ${arrears.source}).` });
}

/** The institution is in business on the day. What nobody asked for is no refusal, and not forgotten either. */
export function institutionIsInBusiness({ party, status }: ApplicantRecord, on: LocalDate): Verdict {
  const say = verdictOf('institution-is-in-business', '국세청 사업자등록상태', { party, status: status?.status ?? null, since: status?.effectiveOn ?? null, on });
  if (status === null) return say('WARN', { ko: `${party}: 휴폐업 조회 결과가 없습니다.`, en: `${party}: nobody has recorded what the tax office says.` });
  if (status.status === 'ACTIVE') return say('PASS', { ko: `${party}: 계속사업자입니다.`, en: `${party} is in business.` });
  return say('BLOCK', { ko: `${party}: ${formatOfficialDate(status.effectiveOn)}부터 ${BUSINESS_STATUSES[status.status].ko} 상태입니다.`, en: `${party} has been ${BUSINESS_STATUSES[status.status].en} since ${status.effectiveOn}.` });
}

/** The same thing is not paid for twice: the same title refuses until a finding clears it, the same institution is looked at (중복지원). */
export function supportIsNoDuplicate({ party, twins, clearance }: ApplicantRecord, regime: GrantRegime): Verdict {
  const same = twins.filter(({ sameTitle }) => sameTitle);
  const say = verdictOf('support-is-no-duplicate', DUPLICATE_CLAUSE[regime], { party, same: same.map(({ label }) => label), others: twins.filter(({ sameTitle }) => !sameTitle).map(({ label }) => label), clearance: clearance?.note ?? clearance?.source ?? null });
  if (twins.length === 0) return say('PASS', { ko: `${party}: 최근의 다른 지원이 없습니다.`, en: `${party} has had no other support lately.` });
  const labels = twins.map(({ label }) => label).join(', ');
  if (same.length > 0 && clearance?.result !== 'CLEAR') {
    return say('BLOCK', {
      ko: `같은 과제명·기술의 지원이 있습니다: ${same.map(({ label }) => label).join(', ')}. 내용이 다르면 중복성 검토 결과를 기록한 뒤 다시 검토해 주세요.`,
      en: `The same title or technology is supported already: ${same.map(({ label }) => label).join(', ')}. If it is something else, record the finding that says so and check again.`,
    });
  }
  return say('WARN', { ko: `${party}이(가) 받은 다른 지원: ${labels}${clearance === null ? '. 내용이 겹치지 않는지 확인해 주세요.' : ` (중복 아님: ${clearance.source})`}`, en: `Other support of ${party}: ${labels}${clearance === null ? '. Check that they do not overlap.' : ` (found not to overlap: ${clearance.source})`}` });
}

/** No more than the call gives to a project is asked for. */
export function requestStaysWithinTheAmount(requested: Won, maximum: Sourced<bigint>): Verdict {
  const say = verdictOf('request-stays-within-the-amount', maximum.clause, { requestedWon: `${requested}`, maximumWon: `${maximum.value}` });
  const most = formatWon(won(maximum.value));
  return requested <= maximum.value
    ? say('PASS', { ko: `신청금액이 과제당 ${most}원 이내입니다.`, en: `The request is within ${most} won a project.` })
    : say('BLOCK', { ko: `정부지원금 신청 ${formatWon(requested)}원이 과제당 ${most}원을 넘습니다. 금액을 줄여 다시 접수해 주세요.`, en: `${formatWon(requested)} won are asked for; a project is given ${most}. Have the request lowered.` });
}

/** The application names one of the tiers of the call. */
export function tierIsOfTheCall(tier: string | null, tiers: Sourced<readonly string[]>): Verdict {
  const say = verdictOf('tier-is-of-the-call', tiers.clause, { tier, tiers: tiers.value });
  return tier !== null && tiers.value.includes(tier)
    ? say('PASS', { ko: `${tier} 단계로 신청했습니다.`, en: `Applies for the tier '${tier}'.` })
    : say('BLOCK', { ko: `단계를 ${tiers.value.join(', ')} 중에서 적어 다시 접수해 주세요.`, en: `Name one of the tiers: ${tiers.value.join(', ')}.` });
}

/** Researcher, broker and company take part together (docs/domain.md §1, P12). */
export function triadIsComplete({ facts, applicants }: Checked, triad: Sourced<boolean>): Verdict {
  const missing = [
    ...(applicants.some(({ institution }) => institution === 'NON_PROFIT') ? [] : [{ ko: '연구기관', en: 'a research institute' }]),
    ...(applicants.some(({ institution }) => institution !== 'NON_PROFIT') ? [] : [{ ko: '기업', en: 'a company' }]),
    ...(facts.broker === null ? [{ ko: '중개인', en: 'a broker' }] : []),
  ];
  const say = verdictOf('triad-is-complete', triad.clause, { broker: facts.broker, institutions: applicants.map(({ institution }) => institution) });
  return missing.length === 0
    ? say('PASS', { ko: '연구자·중개인·기업이 함께 참여합니다.', en: 'Researcher, broker and company take part.' })
    : say('BLOCK', { ko: `${missing.map(({ ko }) => ko).join(', ')}이(가) 빠져 있습니다. 참여기관을 갖추어 다시 접수해 주세요.`, en: `Missing: ${missing.map(({ en }) => en).join(', ')}. Have the application completed.` });
}

const isStale = (askedOn: LocalDate, answerDays: Sourced<number>, on: LocalDate): boolean => addDays(askedOn, answerDays.value) < on;

type Say = (result: Verdict['result'], text: Bilingual) => Verdict;

const verdictOf = (rule: string, clause: string, inputs: Details): Say => (result, text) => ({ rule, clause, result, text, inputs });
