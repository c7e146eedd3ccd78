import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { getFund } from '../fund/fund.query.js';
import type { FundLifeDto } from './life.dto.js';
import { findDissolution, listExtensions } from './life.query.js';

/** The life of a fund as of a date as known at a time. */
export async function viewLife(tx: Tx, fundId: string, point: TimePoint): Promise<FundLifeDto> {
  const { foundedOn, investmentTo, lifeTo } = await getFund(tx, fundId, point);
  const periods = { foundedOn, investmentTo, lifeTo };
  return { periods, extensions: await listExtensions(tx, fundId, point), dissolution: await findDissolution(tx, fundId, point) };
}
