import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { basisPoints } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import { getProgramme, PROGRAMME_RATIO, PROGRAMME_TARGET } from '#libs/programme';
import { listFunds } from '../fund/fund.query.js';
import type { ProgrammeObligationDto } from './obligation.dto.js';
import { programmePosition } from './obligation.rules.js';
import { fundPositions } from './fund-position.query.js';
import { shownBasis } from './obligation.view.js';

/** All funds of a programme together, and how many of them stand on their own. */
export async function viewProgramme(tx: Tx, programmeId: string, point: TimePoint): Promise<ProgrammeObligationDto> {
  const programme = await getProgramme(tx, programmeId);
  const policies = await policiesInForce(tx, [`programme/${programmeId}`], point.asOf, point.knownBefore);
  const positions = await fundPositions(tx, await listFunds(tx, programmeId), point);
  const ratio = basisPoints(policies.integer(PROGRAMME_RATIO, 0));
  return {
    programmeId,
    nameKo: programme.nameKo,
    nameEn: programme.nameEn,
    asOf: point.asOf,
    targetCommitmentWon: policies.text(PROGRAMME_TARGET),
    position: shownBasis(programmePosition(positions.map((each) => each.position), ratio)),
    fundCount: positions.length,
    fundsMet: positions.filter((each) => each.position.decisive.met).length,
  };
}
