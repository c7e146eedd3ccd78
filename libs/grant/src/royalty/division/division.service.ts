import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { formatWon, sumWon, won, type Won } from '#libs/money';
import { getAgreement, lockAgreements } from '../../agreement/agreement.query.js';
import { getCall, policiesOfCall } from '../../call/call.query.js';
import { getTechnology } from '../royalty.query.js';
import { DIVISION_CLAUSES, divisionShares, type DivisionBasis, type DivisionRecipient } from '../royalty.policy.js';
import { divideRoyalty } from '../royalty.rules.js';
import { partsFault } from '../statement/statement.rules.js';
import type { Technology } from '../technology.js';

export interface DivideRoyalty {
  readonly technologyId: string;
  readonly year: number;
  readonly basis: DivisionBasis;
  readonly amountWon: Won;
  readonly dividedOn: LocalDate;
  /** In the order of the statute; null: the least parts, and the rest to the last party. */
  readonly partsWon: readonly Won[] | null;
}

export interface DividedRoyalty {
  readonly id: string;
  readonly amountWon: string;
  readonly parts: readonly { readonly recipient: DivisionRecipient; readonly leastBasisPoints: number | null; readonly amountWon: string }[];
}

/** `grant-royalty.divide`: a non-profit owner divides what a result brought in a year; nobody gets less than the statute says (TV-15). */
export const divideRoyaltyOfYear: Command<DivideRoyalty, DividedRoyalty> = {
  name: 'grant-royalty.divide',
  async execute(tx, context, { technologyId, year, basis, amountWon, dividedOn, partsWon }) {
    const technology = await getTechnology(tx, technologyId);
    await lockAgreements(tx, [technology.agreementId]);
    const agreement = await getAgreement(tx, technology.agreementId);
    if (agreement.institution !== 'NON_PROFIT') throw new DomainError('rule_broken', 'grant-royalty.not-non-profit', { ko: '기술료 배분은 비영리기관의 의무입니다. 영리기관은 정부납부기술료를 고지해 주세요.', en: 'Dividing royalties is for non-profit owners; claim the government’s royalty from others.' });
    if (dividedOn > context.today) throw invalidField('/dividedOn', 'grant-royalty.not-divided-yet', { ko: '배분일이 오늘보다 뒤입니다.', en: 'The division lies in the future.' });
    requireNotDivided(technology, year, basis);
    const shares = divisionShares(basis, await policiesOfCall(tx, await getCall(tx, agreement.callId), dividedOn));
    if (partsWon !== null) requireParts(amountWon, partsWon, shares.map(({ leastBasisPoints }) => leastBasisPoints));
    context.judge([amountWasReceived(technology, year, amountWon)]);
    const amounts = partsWon ?? divideRoyalty(amountWon, shares);
    const parts = shares.map(({ recipient, leastBasisPoints }, index) => ({ recipient, leastBasisPoints, amountWon: `${amounts[index] ?? 0n}` }));
    const id = randomUUID();
    if (!context.blocked) await insertDivision(tx, context, { id, technologyId, year, basis, amountWon, dividedOn }, parts);
    context.announce('grant.changed', { callId: agreement.callId });
    return { id, amountWon: `${amountWon}`, parts };
  },
};

function requireNotDivided(technology: Technology, year: number, basis: DivisionBasis): void {
  if (!technology.divisions.some((each) => each.year === year && each.basis === basis)) return;
  throw new DomainError('conflict', 'grant-royalty.divided-already', { ko: `${year}년분은 이 기준으로 이미 배분했습니다.`, en: `${year} was divided on this ground already.` });
}

function requireParts(amountWon: Won, partsWon: readonly Won[], least: readonly (number | null)[]): void {
  const fault = partsFault(amountWon, partsWon, least);
  if (fault === 'NOT_THE_WHOLE') {
    const sum = formatWon(sumWon(partsWon));
    throw invalidField('/parts', 'grant-royalty.parts-are-not-the-whole', { ko: `${least.length}개 몫의 합(${sum}원)이 배분액 ${formatWon(amountWon)}원과 같아야 합니다.`, en: `${least.length} parts have to add up to ${formatWon(amountWon)} won; they come to ${sum}.` });
  }
  if (fault === 'BELOW_LEAST') throw invalidField('/parts', 'grant-royalty.part-below-least', { ko: '법정 최소 비율보다 적은 몫이 있습니다. 최소 몫 이상으로 고쳐 주세요.', en: 'A part is below the least that the statute names. Raise it.' });
}

/** No more is divided than the result is declared to have brought in the year. */
function amountWasReceived({ declarations, divisions }: Technology, year: number, amountWon: Won): Verdict {
  const receivedWon = BigInt(declarations.find((each) => each.year === year)?.incomeWon ?? '0');
  const received = formatWon(won(receivedWon));
  return {
    rule: 'royalty-was-received',
    clause: DIVISION_CLAUSES.INNOVATION_ACT,
    result: amountWon <= receivedWon ? 'PASS' : 'BLOCK',
    text:
      amountWon <= receivedWon
        ? { ko: `${year}년에 신고된 수입 ${received}원 안입니다.`, en: `It lies within the declared income of ${year}, ${received} won.` }
        : { ko: `${year}년에 신고된 수입은 ${received}원입니다. 그 이하로 배분하거나 신고를 먼저 고쳐 주세요.`, en: `${received} won are declared for ${year}. Divide that or less, or correct the declaration first.` },
    inputs: { year, receivedWon: `${receivedWon}`, amountWon: `${amountWon}`, divided: divisions.length },
  };
}

async function insertDivision(tx: Tx, context: CommandContext, division: Omit<DivideRoyalty, 'partsWon'> & { readonly id: string }, parts: DividedRoyalty['parts']): Promise<void> {
  const { id, technologyId, year, basis, amountWon, dividedOn } = division;
  await tx.query(
    `insert into royalty_division (id, technology_id, year, basis, amount_won, divided_on, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, technologyId, year, basis, `${amountWon}`, dividedOn, context.now, context.commandId],
  );
  await tx.query(
    `insert into royalty_division_part (division_id, position, recipient, least_basis_points, amount_won, command_id)
     select $1, p.position, p.recipient, p.least, p.amount, $2 from unnest($3::int[], $4::text[], $5::int[], $6::bigint[]) as p (position, recipient, least, amount)`,
    [id, context.commandId, parts.map((_, index) => index + 1), parts.map(({ recipient }) => recipient), parts.map(({ leastBasisPoints }) => leastBasisPoints), parts.map((part) => part.amountWon)],
  );
}
