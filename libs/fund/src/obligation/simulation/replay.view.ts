import { addDays, addMonths, localDate, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { FundRow } from '../../fund/fund.query.js';
import { fundMandates } from '../mandate-fund/mandate-fund.query.js';
import { toRuleDraft } from '../mandate-rule/mandate-rule.input.js';
import { rulesInForce } from '../mandate-rule/mandate-rule.query.js';
import { shownRule } from '../mandate-rule/mandate-rule.view.js';
import { mandatePositions } from '../mandate/mandate.rules.js';
import type { MandateRule } from '../mandate/mandate.js';
import type { ReplayDto, ReplayObligationDto, ReplayPointDto } from './simulation.dto.js';
import { shownStanding } from './simulation.view.js';

/** Points of one series: three years by month. */
const MOST_POINTS = 37;

/** What the past would have looked like: month by month where the fund stood under a draft, and under the rule that was in force. */
export async function replayObligation(tx: Tx, fund: FundRow, body: ReplayObligationDto, knownBefore: Date): Promise<ReplayDto> {
  const days = monthEnds(localDate(body.from), localDate(body.to));
  const { penalty: _penalty, effectiveFrom: _from, ...terms } = toRuleDraft(body, 'FUND', body.from);
  const draft: MandateRule = { ...terms, id: 'draft', version: 'draft', key: fund.id };
  const points: ReplayPointDto[] = [];
  for (const on of days) points.push(await pointOn(tx, fund, { draft, againstRuleId: body.againstRuleId ?? null }, { asOf: on, knownBefore }));
  return {
    draft: shownRule(draft),
    points,
    metUnderDraft: points.filter((point) => point.draft.verdict === 'MET').length,
    metInForce: points.filter((point) => point.inForce?.verdict === 'MET').length,
  };
}

async function pointOn(tx: Tx, fund: FundRow, rules: { readonly draft: MandateRule; readonly againstRuleId: string | null }, point: { asOf: LocalDate; knownBefore: Date }): Promise<ReplayPointDto> {
  const [mandate] = await fundMandates(tx, [fund], point);
  const against = rules.againstRuleId === null ? mandate?.main : (await rulesInForce(tx, point)).find((rule) => rule.id === rules.againstRuleId && rule.key === fund.id);
  const [draft, inForce] = mandatePositions([rules.draft, ...(against === undefined ? [] : [against])], mandate === undefined ? [] : [mandate.mandate], point.asOf);
  if (draft === undefined) throw new Error(`no position of fund ${fund.number} on ${point.asOf}`);
  return { on: point.asOf, draft: shownStanding(draft), inForce: inForce === undefined ? null : shownStanding(inForce) };
}

/** The last day of each month from that of `from` to that of `to`. */
function monthEnds(from: LocalDate, to: LocalDate): LocalDate[] {
  if (to < from) throw invalidField('/to', 'replay.backwards', { ko: '마지막 달은 첫 달보다 앞설 수 없습니다.', en: 'The last month cannot come before the first.' });
  const days: LocalDate[] = [];
  for (let first = localDate(`${from.slice(0, 7)}-01`); first <= to; first = addMonths(first, 1)) {
    days.push(addDays(addMonths(first, 1), -1));
    if (days.length > MOST_POINTS) throw invalidField('/to', 'replay.too-long', { ko: '한 번에 3년까지 볼 수 있습니다. 기간을 줄여 주세요.', en: 'Three years at a time at most: shorten the period.' });
  }
  return days;
}
