import type { Verdict } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import { formatWon, won, ZERO_WON, type Won } from '#libs/money';
import { SOURCE_NAMES, type LinePlan, type Stage } from '../agreement/agreement.js';
import { amountsBy, bookLineKey, lineKey, sourceKey, type GrantPlan, type VersionTerms } from '../agreement/plan/plan.js';
import type { CallLine, GrantRegime } from '../call/call.js';
import { CHANGE_RULES, LINE_RULES } from './amendment.data.js';
import type { AmendmentDraft, Change, LineTransfer, Need } from './amendment.js';

/** What a version says as a whole. */
export interface VersionWhole {
  readonly terms: VersionTerms;
  readonly plan: GrantPlan;
}

const RESOURCES = { CASH: { ko: '현금', en: 'cash' }, IN_KIND: { ko: '현물', en: 'in kind' } } as const;
const KINDS = { PLANNED: { ko: '', en: '' }, CARRIED: { ko: ' 전단계 이월', en: ' carried over' }, INTEREST: { ko: ' 이자 산입', en: ' from interest' } } as const;

/** The version that a draft makes of the one before. Throws where a transfer takes more than is planned. */
export function amended(before: VersionWhole, draft: AmendmentDraft): VersionWhole {
  const { terms, plan } = before;
  const keep = <T>(said: T | null, was: T): T => said ?? was;
  const periodFrom = keep(draft.periodFrom, terms.periodFrom);
  const periodTo = keep(draft.periodTo, terms.periodTo);
  return {
    terms: {
      ...{ periodFrom, periodTo, stages: draft.stages ?? stretched(terms.stages, periodFrom, periodTo) },
      detail: {
        ...{ title: keep(draft.title, terms.detail.title), investigator: keep(draft.investigator, terms.detail.investigator), investigatorNumber: keep(draft.investigatorNumber, terms.detail.investigatorNumber) },
        ...{ methods: keep(draft.methods, terms.detail.methods), researchers: keep(draft.researchers, terms.detail.researchers) },
      },
    },
    plan: { sources: draft.sources ?? plan.sources, lines: draft.transfers.reduce(transferred, draft.lines ?? plan.lines) },
  };
}

/** A new period moves the first day of the first stage and the last day of the last one. */
const stretched = (stages: readonly Stage[], periodFrom: Stage['beginsOn'], periodTo: Stage['endsOn']): readonly Stage[] =>
  stages.map((stage, index) => ({ ...stage, beginsOn: index === 0 ? periodFrom : stage.beginsOn, endsOn: index === stages.length - 1 ? periodTo : stage.endsOn }));

function transferred(lines: readonly LinePlan[], { stage, fiscalYear, resource, from, to, amountWon }: LineTransfer, index: number): readonly LinePlan[] {
  const at = (code: string) => (row: LinePlan): boolean => row.stage === stage && row.fiscalYear === fiscalYear && row.resource === resource && row.code === code && row.kind === 'PLANNED';
  if (from === to) throw invalidField(`/transfers/${index}/to`, 'grant-agreement.transfer-to-itself', { ko: '보내는 비목과 받는 비목이 같습니다. 다른 비목을 골라 주세요.', en: 'Both lines are the same. Choose another one.' });
  const has = lines.find(at(from))?.amountWon ?? ZERO_WON;
  if (has < amountWon) {
    throw invalidField(`/transfers/${index}/amountWon`, 'grant-agreement.transfer-beyond-plan', {
      ko: `${fiscalYear}년 ${from}에는 ${formatWon(has)}원만 계획되어 있습니다. 그 안에서 전용해 주세요.`,
      en: `Only ${formatWon(has)} won are planned on ${from} in ${fiscalYear}. Transfer no more than that.`,
    });
  }
  const known = lines.some(at(to)) ? lines : [...lines, { stage, fiscalYear, resource, code: to, kind: 'PLANNED' as const, amountWon: ZERO_WON }];
  return known.map((row) => (at(from)(row) ? { ...row, amountWon: won(row.amountWon - amountWon) } : at(to)(row) ? { ...row, amountWon: won(row.amountWon + amountWon) } : row));
}

/** The stages whose plan or dates differ between two versions; what a stage takes over differs in the one before it as well. */
export function stagesTouched(before: VersionWhole, after: VersionWhole): readonly number[] {
  const differing = (was: ReadonlyMap<string, Won>, is: ReadonlyMap<string, Won>): number[] =>
    differences(was, is).flatMap(({ key }) => {
      const stage = Number(key.split('/')[0]);
      return key.endsWith('/CARRIED') && stage > 1 ? [stage - 1, stage] : [stage];
    });
  const lines = differing(amountsBy(before.plan.lines, lineKey), amountsBy(after.plan.lines, lineKey));
  const sources = differing(amountsBy(before.plan.sources, sourceKey), amountsBy(after.plan.sources, sourceKey));
  const dates = before.terms.stages.filter((was) => !after.terms.stages.some((is) => is.stage === was.stage && is.beginsOn === was.beginsOn && is.endsOn === was.endsOn));
  return [...new Set([...lines, ...sources, ...dates.map(({ stage }) => stage)])].sort((one, other) => one - other);
}

/** What differs between two versions, each with what it needs and the clause that says so. */
export function changesBetween(before: VersionWhole, after: VersionWhole, regime: GrantRegime, lines: readonly CallLine[]): Change[] {
  return [...changesOfTerms(before.terms, after.terms, regime), ...changesOfSources(before.plan, after.plan, regime), ...changesOfLines(before.plan.lines, after.plan.lines, regime, lines)];
}

function changesOfTerms(before: VersionTerms, after: VersionTerms, regime: GrantRegime): Change[] {
  const rules = CHANGE_RULES[regime];
  const said = (kind: Exclude<Change['kind'], 'LINE'>, ko: string, en: string, was: string | null, is: string | null): Change[] =>
    was === is ? [] : [{ kind, what: { ko, en }, before: was, after: is, deltaWon: null, ...rules[kind] }];
  const stages = (all: readonly Stage[]): string => all.map(({ stage, beginsOn, endsOn }) => `${stage}: ${beginsOn} ~ ${endsOn}`).join(', ');
  return [
    ...said('TITLE', '과제명', 'Title', before.detail.title, after.detail.title),
    ...said('INVESTIGATOR', '연구책임자', 'Investigator', before.detail.investigator, after.detail.investigator),
    ...said('INVESTIGATOR', '연구책임자 번호', 'Number of the investigator', before.detail.investigatorNumber, after.detail.investigatorNumber),
    ...said('PERIOD', '협약기간', 'Period', `${before.periodFrom} ~ ${before.periodTo}`, `${after.periodFrom} ~ ${after.periodTo}`),
    ...(before.stages.length < 2 && after.stages.length < 2 ? [] : said('STAGE', '단계', 'Stages', stages(before.stages), stages(after.stages))),
    ...said('METHODS', '수행방법', 'Methods', before.detail.methods, after.detail.methods),
    ...said('RESEARCHERS', '참여연구원', 'Researchers', before.detail.researchers, after.detail.researchers),
  ];
}

interface Difference {
  readonly key: string;
  readonly was: Won;
  readonly is: Won;
}

function differences(was: ReadonlyMap<string, Won>, is: ReadonlyMap<string, Won>): Difference[] {
  return [...new Set([...was.keys(), ...is.keys()])].sort().map((key) => ({ key, was: was.get(key) ?? ZERO_WON, is: is.get(key) ?? ZERO_WON })).filter((each) => each.was !== each.is);
}

function changesOfSources(before: GrantPlan, after: GrantPlan, regime: GrantRegime): Change[] {
  const bySource = ({ sources }: GrantPlan) => amountsBy(sources, ({ source, resource, stage, fiscalYear }) => [source, resource, stage, fiscalYear].join('/'));
  return differences(bySource(before), bySource(after)).map(({ key, was, is }) => {
    const [source, resource, stage, year] = key.split('/') as [keyof typeof SOURCE_NAMES, keyof typeof RESOURCES, string, string];
    const what = { ko: `${stage}단계 ${year}년 ${SOURCE_NAMES[source].ko} ${RESOURCES[resource].ko}`, en: `${SOURCE_NAMES[source].en}, ${RESOURCES[resource].en}, stage ${stage}, ${year}` };
    return { kind: 'SOURCE', what, ...amounts(was, is), ...CHANGE_RULES[regime].SOURCE };
  });
}

/** Lines are judged over all years of a stage and both resources, as the law speaks of the amount of an item. */
function changesOfLines(before: readonly LinePlan[], after: readonly LinePlan[], regime: GrantRegime, known: readonly CallLine[]): Change[] {
  const byItem = (rows: readonly LinePlan[]) => amountsBy(rows, ({ stage, code, kind }) => [stage, code, kind].join('/'));
  const byRow = (rows: readonly LinePlan[]) => amountsBy(rows, ({ stage, code, kind, resource, fiscalYear }) => [stage, code, kind, resource, fiscalYear].join('/'));
  const raised = new Set(differences(byItem(before), byItem(after)).filter(({ was, is }) => is > was).map(({ key }) => key));
  return differences(byRow(before), byRow(after)).map(({ key, was, is }) => {
    const [stage, code, kind, resource, year] = key.split('/') as [string, string, LinePlan['kind'], LinePlan['resource'], string];
    const line = known.find((each) => each.code === code);
    const name = line?.name ?? { ko: code, en: code };
    const what = { ko: `${stage}단계 ${year}년 ${name.ko} ${RESOURCES[resource].ko}${KINDS[kind].ko}`, en: `${name.en}, ${RESOURCES[resource].en}${KINDS[kind].en}, stage ${stage}, ${year}` };
    return { kind: 'LINE', what, ...amounts(was, is), ...ruleOfLine(regime, kind, line, code, raised.has([stage, code, kind].join('/'))) };
  });
}

function ruleOfLine(regime: GrantRegime, kind: LinePlan['kind'], line: CallLine | undefined, code: string, raised: boolean): { readonly need: Need; readonly clause: string } {
  const rules = LINE_RULES[regime];
  if (kind !== 'PLANNED') return rules.beyondThePlan;
  return raised && (line?.indirect === true || rules.raisedByApproval.includes(code)) ? rules.raised : rules.other;
}

const amounts = (was: Won, is: Won): Pick<Change, 'before' | 'after' | 'deltaWon'> => ({ before: was.toString(), after: is.toString(), deltaWon: won(is - was) });

/** What all of them together need: approval where one of them does. */
export const needOf = (changes: readonly Change[]): Need => (changes.some(({ need }) => need === 'APPROVAL') ? 'APPROVAL' : 'NOTICE');

/** A notice holds nothing that has to be approved beforehand. */
export function noticeHoldsNoMore(changes: readonly Change[]): Verdict {
  const beyond = changes.filter(({ need }) => need === 'APPROVAL');
  const [first] = beyond;
  return {
    rule: 'notice-needs-no-approval',
    clause: first?.clause ?? '국가연구개발혁신법 시행령 제14조제2항',
    result: first === undefined ? 'PASS' : 'BLOCK',
    text:
      first === undefined
        ? { ko: '통보로 충분한 변경입니다.', en: 'A notice is enough for this change.' }
        : { ko: `사전승인이 필요한 변경이 있습니다: ${beyond.map(({ what }) => what.ko).join(', ')}. 협약 변경 승인으로 신청해 주세요.`, en: `Some of it has to be approved beforehand: ${beyond.map(({ what }) => what.en).join('; ')}. Ask for an amendment.` },
    inputs: { approvals: beyond.map(({ what }) => what.ko) },
  };
}

/** No line is planned below what was used of it. */
export function linesCoverWhatWasUsed(lines: readonly { readonly name: { readonly ko: string; readonly en: string }; readonly resource: LinePlan['resource']; readonly usedWon: Won; readonly afterWon: Won }[]): Verdict {
  const short = lines.filter(({ usedWon, afterWon }) => afterWon < usedWon);
  return {
    rule: 'lines-cover-what-was-used',
    clause: '국가연구개발혁신법 제13조제3항, 보조금 관리에 관한 법률 제22조',
    result: short.length === 0 ? 'PASS' : 'BLOCK',
    text:
      short.length === 0
        ? { ko: '모든 비목이 이미 집행한 금액 이상입니다.', en: 'Every line covers what was used of it.' }
        : {
            ko: `이미 집행한 금액보다 작아지는 비목이 있습니다: ${short.map(({ name, resource, usedWon, afterWon }) => `${name.ko} ${RESOURCES[resource].ko} ${formatWon(afterWon)}원(집행 ${formatWon(usedWon)}원)`).join(', ')}. 집행액 이상으로 남겨 주세요.`,
            en: `Lines fall below what was used: ${short.map(({ name, resource, usedWon, afterWon }) => `${name.en} ${RESOURCES[resource].en} ${formatWon(afterWon)} won (${formatWon(usedWon)} used)`).join('; ')}. Leave at least that.`,
          },
    inputs: { short: short.length },
  };
}

/** What was used of a line of a stage, all years and both kinds of plan together; won. */
export interface UsedLine extends Pick<LinePlan, 'stage' | 'code' | 'resource'> {
  readonly usedWon: Won;
}

/** What a stage takes over from the one before is left there: planned on the same line, and not used. Stage 1 takes over from nothing that is known here. */
export function carriedIsLeft(plan: readonly LinePlan[], used: readonly UsedLine[]): Verdict {
  const planned = amountsBy(plan, bookLineKey);
  const spent = new Map(used.map((line) => [bookLineKey(line), line.usedWon]));
  const carried = amountsBy(plan.filter(({ kind, stage }) => kind === 'CARRIED' && stage > 1), bookLineKey);
  const over = [...carried].flatMap(([key, carriedWon]) => {
    const [stage = '', code = '', resource = 'CASH'] = key.split('/');
    const source = [Number(stage) - 1, code, resource].join('/');
    const leftWon = won((planned.get(source) ?? 0n) - (spent.get(source) ?? 0n));
    return carriedWon > leftWon ? [{ stage, code, words: resource === 'CASH' ? RESOURCES.CASH : RESOURCES.IN_KIND, carriedWon, leftWon }] : [];
  });
  return {
    rule: 'carried-is-left',
    clause: '국가연구개발혁신법 시행령 제20조제3항',
    result: over.length === 0 ? 'PASS' : 'BLOCK',
    text:
      over.length === 0
        ? { ko: '전단계 이월액이 앞 단계의 남은 금액 안에 있습니다.', en: 'What is carried over is left in the stage before.' }
        : {
            ko: `앞 단계에 남은 금액보다 많이 이월합니다: ${over.map(({ stage, code, words, carriedWon, leftWon }) => `${stage}단계 ${code} ${words.ko} ${formatWon(carriedWon)}원(남은 금액 ${formatWon(leftWon)}원)`).join(', ')}. 남은 금액 안에서 이월해 주세요.`,
            en: `More is carried over than is left: ${over.map(({ stage, code, words, carriedWon, leftWon }) => `stage ${stage}, ${code} ${words.en}, ${formatWon(carriedWon)} won of ${formatWon(leftWon)}`).join('; ')}. Carry over no more than that.`,
          },
    inputs: { over: over.map(({ stage, code }) => `${stage}/${code}`) },
  };
}

/** Throws conflict `grant-agreement.nothing-changes` where the versions say the same. */
export function requireChange(changes: readonly Change[]): void {
  if (changes.length > 0) return;
  throw new DomainError('invalid', 'grant-agreement.nothing-changes', { ko: '지금의 협약과 달라지는 내용이 없습니다. 바꿀 항목을 고쳐 주세요.', en: 'Nothing differs from the agreement as it stands. Change something first.' });
}
