import { formatWon, won, ZERO_WON, type Won } from '#libs/money';
import type { RoomAlertDto, RoomBalancesDto, RoomStandingDto } from './room.dto.js';
import type { RoomProject, RoomStanding } from './room.js';
import type { RoomBalances } from './room.posting.js';
import { privateMoneyKeepsPace } from './room.rules.js';

export const viewBalances = ({ allowedWon, roomWon, releasedWon, overReleasedWon }: RoomBalances): RoomBalancesDto => ({
  ...{ allowedWon: `${allowedWon}`, roomWon: `${roomWon}`, releasedWon: `${releasedWon}`, overReleasedWon: `${overReleasedWon}` },
});

export interface RoomSurroundings {
  readonly requestedWon: Won;
  /** Of the tranches that were planned to be paid by today. */
  readonly plannedByNowWon: Won;
  /** Flags that nobody has decided yet: how much money they keep out. */
  readonly flaggedWon: Won;
}

export function viewStanding(project: RoomProject, standing: RoomStanding, around: RoomSurroundings): RoomStandingDto {
  const { agreementId, number, title, company, performer, privateWon, governmentWon } = project;
  const { countedWon, uncountedWon, unprovenWon, withdrawnWon, bound } = standing;
  return {
    ...{ agreementId, number, title, company, performer, privateWon: `${privateWon}`, governmentWon: `${governmentWon}`, bound },
    ...{ countedWon: `${countedWon}`, uncountedWon: `${uncountedWon}`, unprovenWon: `${unprovenWon}`, withdrawnWon: `${withdrawnWon}`, requestedWon: `${around.requestedWon}` },
    ...viewBalances(standing),
    alerts: alertsOf(project, standing, around),
  };
}

/** What somebody should look at, the gravest first. */
function alertsOf(project: RoomProject, { overReleasedWon, countedWon, unprovenWon }: RoomStanding, { plannedByNowWon, flaggedWon }: RoomSurroundings): RoomAlertDto[] {
  // What is released already and should not be is told as such, and not as late money too.
  const late = overReleasedWon === 0n ? privateMoneyKeepsPace(project, countedWon, plannedByNowWon).missingWon : ZERO_WON;
  const alert = (code: string, amountWon: Won, ko: (amount: string) => string, en: (amount: string) => string): RoomAlertDto[] =>
    amountWon === 0n ? [] : [{ code, amountWon: `${amountWon}`, text: { ko: ko(formatWon(amountWon)), en: en(formatWon(amountWon)) } }];
  return [
    ...alert('OVER_RELEASED', won(overReleasedWon), (amount) => `민간부담금이 허용하는 금액보다 ${amount}원 더 지급되어 있습니다.`, (amount) => `${amount} won are released beyond what the private money allows.`),
    ...alert('FLAGGED', flaggedWon, (amount) => `확인이 필요한 입금 ${amount}원이 세어지지 않고 있습니다.`, (amount) => `${amount} won of flagged deposits wait for compliance and do not count.`),
    ...alert('PRIVATE_LATE', late, (amount) => `지급계획에 맞추려면 민간부담금 ${amount}원이 더 확인되어야 합니다.`, (amount) => `${amount} won of private money are missing for what was planned to be paid by now.`),
    ...alert('UNPROVEN', unprovenWon, (amount) => `은행 입금으로 확인되지 않은 입금 ${amount}원이 있습니다.`, (amount) => `${amount} won of deposits wait for their receipt.`),
  ];
}
