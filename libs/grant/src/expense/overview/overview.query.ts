import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import { subtractWon, sumWon, won, type Won } from '#libs/money';
import { linesOfAgreement } from '../../agreement/agreement.query.js';
import type { Resource } from '../../line/line.js';

/** A line of an agreement with the columns of the form (별지 제7호서식 1.), as they stand; won. */
export interface LineStanding {
  readonly lineId: string;
  readonly stage: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly resource: Resource;
  readonly indirect: boolean;
  /** ① from the stage before. */
  readonly carriedWon: Won;
  /** ② as concluded. */
  readonly plannedWon: Won;
  /** ③ changed since; negative where money went to another line. */
  readonly changeWon: Won;
  /** ④ interest taken in. */
  readonly interestInWon: Won;
  /** ⑤ = ① + ② + ③ + ④ */
  readonly subtotalWon: Won;
  /** ⑥ used, what is disallowed included. */
  readonly usedWon: Won;
  /** Of ⑥, by the latest reviews. */
  readonly disallowedWon: Won;
  /** Of ⑥, not reviewed yet. */
  readonly unreviewedWon: Won;
  /** What may still be spent, by the books. */
  readonly leftWon: Won;
}

interface PlanRow {
  readonly lineId: string;
  readonly carried: string;
  readonly planned: string;
  readonly latest: string;
  readonly interest: string;
}

interface ReviewRow {
  readonly lineId: string;
  readonly disallowed: string;
  readonly unreviewed: string;
}

const amountOf = (text: string | undefined): Won => won(text ?? '0');

/** Every line of an agreement, planned, used and left, in the order of the form: version 1 is ②, what the latest changed is ③. */
export async function lineStandings(tx: Tx, agreementId: string): Promise<LineStanding[]> {
  const plans: PlanRow[] = await tx.query(
    `select l.id as "lineId", coalesce(sum(p.amount_won) filter (where v.version = 1 and p.kind = 'PLANNED'), 0)::text as planned,
            coalesce(sum(p.amount_won) filter (where v.version = last.version and p.kind = 'PLANNED'), 0)::text as latest,
            coalesce(sum(p.amount_won) filter (where v.version = last.version and p.kind = 'CARRIED'), 0)::text as carried,
            coalesce(sum(p.amount_won) filter (where v.version = last.version and p.kind = 'INTEREST'), 0)::text as interest
       from grant_line l join grant_line_plan p on p.line_id = l.id join grant_version v on v.id = p.version_id
       cross join lateral (select max(version) as version from grant_version w where w.agreement_id = l.agreement_id) last
      where l.agreement_id = $1 group by l.id`,
    [agreementId],
  );
  const reviews: ReviewRow[] = await tx.query(
    `select e.line_id as "lineId", coalesce(sum(r.disallowed_won), 0)::text as disallowed, coalesce(sum(e.amount_won) filter (where r.id is null), 0)::text as unreviewed
       from grant_expense e left join lateral (select * from grant_expense_review r where r.expense_id = e.id order by r.turn desc limit 1) r on true
      where e.agreement_id = $1 and not exists (select 1 from grant_expense_void v where v.expense_id = e.id) group by e.line_id`,
    [agreementId],
  );
  const [planOf, reviewOf] = [new Map(plans.map((row) => [row.lineId, row])), new Map(reviews.map((row) => [row.lineId, row]))];
  return (await linesOfAgreement(tx, agreementId)).map(({ id, usedWon, leftWon, plannedWon: _subtotal, ...line }): LineStanding => {
    const [plan, review] = [planOf.get(id), reviewOf.get(id)];
    const [carriedWon, plannedWon, interestInWon] = [amountOf(plan?.carried), amountOf(plan?.planned), amountOf(plan?.interest)];
    const changeWon = subtractWon(amountOf(plan?.latest), plannedWon);
    const subtotalWon = sumWon([carriedWon, plannedWon, changeWon, interestInWon]);
    return { ...line, lineId: id, carriedWon, plannedWon, changeWon, interestInWon, subtotalWon, usedWon, disallowedWon: amountOf(review?.disallowed), unreviewedWon: amountOf(review?.unreviewed), leftWon };
  });
}
