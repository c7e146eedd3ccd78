import { addDays, yearOf } from '#libs/calendar';
import { DomainError, type Bilingual, type FieldFault } from '#libs/errors';
import { formatWon, won, ZERO_WON } from '#libs/money';
import type { CallLine } from '../../call/call.js';
import { SOURCE_NAMES, type LinePlan, type SourcePlan, type Stage } from '../agreement.js';
import { amountsBy, lineKey, sourceKey, type GrantPlan, type VersionTerms } from './plan.js';

const RESOURCE_WORDS = { CASH: { ko: '현금', en: 'cash' }, IN_KIND: { ko: '현물', en: 'in kind' } } as const;

/** Refuses a plan that does not hold together, every fault at its row. */
export function requirePlan(plan: GrantPlan, terms: VersionTerms, lines: readonly CallLine[]): void {
  const ofRows = [...faultsOfPeriod(terms), ...faultsOfSources(plan.sources, terms.stages), ...faultsOfLines(plan.lines, terms.stages, lines)];
  // Sums are only worth telling of rows that are right.
  const faults = ofRows.length > 0 ? ofRows : faultsOfSums(plan);
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}

/** Stages follow one another without a gap and fill the period. */
function faultsOfPeriod({ periodFrom, periodTo, stages }: VersionTerms): FieldFault[] {
  if (periodTo < periodFrom) return [fault('/periodTo', 'grant-agreement.period-backwards', { ko: '종료일이 시작일보다 빠릅니다. 기간을 다시 적어 주세요.', en: 'The period ends before it begins.' })];
  const faults = stages.flatMap((stage, index): FieldFault[] => {
    const expected = index === 0 ? periodFrom : addDays(stages[index - 1]?.endsOn ?? periodFrom, 1);
    if (stage.endsOn < stage.beginsOn) return [fault(`/stages/${index}/endsOn`, 'grant-agreement.stage-backwards', { ko: `${stage.stage}단계의 종료일이 시작일보다 빠릅니다.`, en: `Stage ${stage.stage} ends before it begins.` })];
    return stage.beginsOn === expected ? [] : [fault(`/stages/${index}/beginsOn`, 'grant-agreement.stages-with-a-gap', { ko: `${stage.stage}단계는 ${expected}에 시작해야 합니다. 단계는 기간을 빈틈없이 이어야 합니다.`, en: `Stage ${stage.stage} has to begin on ${expected}: stages follow one another without a gap.` })];
  });
  const last = stages.at(-1);
  if (faults.length === 0 && last !== undefined && last.endsOn !== periodTo) {
    faults.push(fault(`/stages/${stages.length - 1}/endsOn`, 'grant-agreement.stages-short-of-the-end', { ko: `마지막 단계는 협약기간의 마지막 날(${periodTo})에 끝나야 합니다.`, en: `The last stage has to end on the last day of the period (${periodTo}).` }));
  }
  return faults;
}

function faultsOfSources(sources: readonly SourcePlan[], stages: readonly Stage[]): FieldFault[] {
  const seen = new Set<string>();
  return sources.flatMap((row, index): FieldFault[] => {
    const at = `/sources/${index}`;
    const twice = seen.has(sourceKey(row));
    seen.add(sourceKey(row));
    if (twice) return [fault(at, 'grant-agreement.source-twice', { ko: `${row.fiscalYear}년 ${SOURCE_NAMES[row.source].ko} ${RESOURCE_WORDS[row.resource].ko}가 두 번 적혀 있습니다. 한 줄로 합쳐 주세요.`, en: `${SOURCE_NAMES[row.source].en} ${RESOURCE_WORDS[row.resource].en} of ${row.fiscalYear} is given twice. Put it into one row.` })];
    if (row.source === 'GOVERNMENT' && row.resource === 'IN_KIND') return [fault(`${at}/resource`, 'grant-agreement.government-in-kind', { ko: '정부지원금은 현금만 가능합니다.', en: 'The government brings cash only.' })];
    return outsideOfStage(row, stages, at);
  });
}

function faultsOfLines(lines: readonly LinePlan[], stages: readonly Stage[], known: readonly CallLine[]): FieldFault[] {
  const seen = new Set<string>();
  return lines.flatMap((row, index): FieldFault[] => {
    const at = `/lines/${index}`;
    const line = known.find(({ code }) => code === row.code);
    const twice = seen.has(lineKey(row));
    seen.add(lineKey(row));
    if (line === undefined) return [fault(`${at}/code`, 'grant-agreement.line-unknown', { ko: `${row.code}은(는) 이 공고에 없는 비목입니다. 공고의 비목 가운데 골라 주세요: ${codes(known)}.`, en: `${row.code} is no line of this call. Choose one of: ${codes(known)}.` })];
    if (twice) return [fault(at, 'grant-agreement.line-twice', { ko: `${row.fiscalYear}년 ${line.name.ko} ${RESOURCE_WORDS[row.resource].ko}가 두 번 적혀 있습니다. 한 줄로 합쳐 주세요.`, en: `${line.name.en} ${RESOURCE_WORDS[row.resource].en} of ${row.fiscalYear} is given twice. Put it into one row.` })];
    if (row.resource === 'IN_KIND' && !line.inKind) return [fault(`${at}/resource`, 'grant-agreement.line-not-in-kind', { ko: `${line.name.ko}에는 현물을 계상할 수 없습니다. 현물은 인건비·장비비·재료비 등 공고가 정한 비목에만 가능합니다.`, en: `${line.name.en} takes nothing in kind. Only the lines that the call names do.` })];
    return outsideOfStage(row, stages, at);
  });
}

function outsideOfStage({ stage, fiscalYear }: { readonly stage: number; readonly fiscalYear: number }, stages: readonly Stage[], at: string): FieldFault[] {
  const of = stages.find((each) => each.stage === stage);
  if (of === undefined) return [fault(`${at}/stage`, 'grant-agreement.stage-unknown', { ko: `${stage}단계는 없습니다. 단계를 먼저 적어 주세요.`, en: `There is no stage ${stage}.` })];
  const [first, last] = [yearOf(of.beginsOn), yearOf(of.endsOn)];
  if (fiscalYear >= first && fiscalYear <= last) return [];
  return [fault(`${at}/fiscalYear`, 'grant-agreement.year-outside-of-stage', { ko: `${stage}단계(${of.beginsOn} ~ ${of.endsOn})에 ${fiscalYear}년은 없습니다. ${first}년부터 ${last}년 사이로 적어 주세요.`, en: `${fiscalYear} lies outside of stage ${stage} (${of.beginsOn} to ${of.endsOn}).` })];
}

/** What is planned to be spent is what is brought, by stage, year and resource. */
function faultsOfSums({ sources, lines }: GrantPlan): FieldFault[] {
  const key = ({ stage, fiscalYear, resource }: SourcePlan | LinePlan): string => [stage, fiscalYear, resource].join('/');
  const [brought, planned] = [amountsBy(sources, key), amountsBy(lines.filter(({ kind }) => kind === 'PLANNED'), key)];
  return [...new Set([...brought.keys(), ...planned.keys()])].sort().flatMap((each): FieldFault[] => {
    const [has, takes] = [brought.get(each) ?? ZERO_WON, planned.get(each) ?? ZERO_WON];
    if (has === takes) return [];
    const [stage = '', year = '', resource] = each.split('/');
    const word = RESOURCE_WORDS[resource === 'CASH' ? 'CASH' : 'IN_KIND'];
    const off = won(takes > has ? takes - has : has - takes);
    return [
      fault('/lines', 'grant-agreement.lines-and-sources-differ', {
        ko: `${stage}단계 ${year}년 ${word.ko}: 비목 합계 ${formatWon(takes)}원과 재원 합계 ${formatWon(has)}원이 ${formatWon(off)}원 다릅니다. 한쪽을 고쳐 맞추어 주세요.`,
        en: `Stage ${stage}, ${year}, ${word.en}: lines sum to ${formatWon(takes)} won and sources to ${formatWon(has)}; they differ by ${formatWon(off)}. Make them equal.`,
      }),
    ];
  });
}

const codes = (lines: readonly CallLine[]): string => lines.map(({ code }) => code).join(', ');
const fault = (pointer: string, code: string, text: Bilingual): FieldFault => ({ pointer, code, text });
