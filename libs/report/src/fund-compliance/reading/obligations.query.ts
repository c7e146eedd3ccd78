import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { listFunds, statutoryPartners, viewFundObligations, viewStatutory, type FundRow, type StatutoryPartnerDto } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { won } from '#libs/money';
import type { MandateFacts, MandateLine, StatutoryLine } from '../conduct/conduct.js';

/** The rule that the rest of the report is about has no row of its own: it is a term of the agreement. */
const MAIN = 'main:';

/** The further rules that bear on a fund, by themselves and together. What counts funds out of the reader's sight has no figures. */
export async function readMandates(tx: Tx, fund: FundRow, point: TimePoint): Promise<MandateFacts> {
  const { positions, reachable, leastFurtherWon } = await viewFundObligations(tx, fund, point);
  return {
    lines: positions
      .filter(({ rule, partial }) => !rule.id.startsWith(MAIN) && !partial)
      .map(
        (each): MandateLine => ({
          name: each.rule.name,
          level: each.rule.level,
          clause: each.rule.clause,
          basis: each.rule.denominator,
          ratioBasisPoints: each.finalRatioBasisPoints,
          dueOn: (each.neededBy?.on ?? null) as LocalDate | null,
          baseWon: won(each.baseWon),
          countedWon: won(each.countedWon),
          requiredWon: won(each.requiredWon),
          shortfallWon: won(each.shortfallWon),
          ratioPercent: each.ratioPercent,
          verdict: each.verdict,
        }),
      ),
    hidden: positions.filter(({ partial }) => partial).length,
    reachable,
    leastFurtherWon: leastFurtherWon === null ? null : won(leastFurtherWon),
  };
}

/** The tests of the statute for a fund and for whoever manages it, under the wording that held on the day. */
export async function readStatutory(tx: Tx, fund: FundRow, point: TimePoint): Promise<StatutoryLine[]> {
  if (fund.registeredOn === null || fund.registeredOn > point.asOf) return [];
  const funds = (await listFunds(tx, null, point)).filter((each) => each.foundedOn <= point.asOf);
  const partners = await statutoryPartners(tx, funds, point);
  const [manager] = partners.filter(({ generalPartnerId }) => fund.generalPartnerIds.includes(generalPartnerId));
  if (manager === undefined) return [];
  const view = viewStatutory(manager, funds, point.asOf);
  return [...ofTheFund(view, fund.id), ...(view.partial ? [] : ofTheManager(view))];
}

function ofTheFund({ funds, groups }: StatutoryPartnerDto, fundId: string): StatutoryLine[] {
  return funds
    .filter((each) => each.fundId === fundId)
    .map((each) => {
      const figures = each.figures;
      const ratio = each.ratioBasisPoints ?? groups.find(({ versionId }) => versionId === each.versionId)?.ratioBasisPoints ?? 0;
      return { level: 'FUND', clause: each.clause, testOn: each.testOn as LocalDate, ratioBasisPoints: ratio, ...amounts(figures), verdict: each.verdict };
    });
}

const ofTheManager = ({ groups }: StatutoryPartnerDto): StatutoryLine[] =>
  groups.map((group) => ({ level: 'GENERAL_PARTNER', clause: group.clause, testOn: group.nextTestOn as LocalDate | null, ratioBasisPoints: group.ratioBasisPoints, ...amounts(group.figures), verdict: group.verdict }));

const amounts = (figures: StatutoryPartnerDto['groups'][number]['figures']): Pick<StatutoryLine, 'baseWon' | 'countedWon' | 'requiredWon' | 'shortfallWon' | 'ratioPercent'> => ({
  baseWon: won(figures.baseWon),
  countedWon: won(figures.countedWon),
  requiredWon: won(figures.requiredWon),
  shortfallWon: won(figures.shortfallWon),
  ratioPercent: figures.ratioPercent,
});
