import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { ReportScheduleDto, ScheduleTurnDto } from './schedule.dto.js';
import { nextDraftDay } from './schedule.rules.js';
import type { ReportSchedule } from './schedule.js';
import type { TurnStanding } from './turn.query.js';

/** A schedule as the contract shows it, with the day of its next draft. */
export function viewSchedule(schedule: ReportSchedule, today: LocalDate): ReportScheduleDto {
  const { id, kind, subjectNumber, subjectName, period, daysAfter, laidOn, ownerName, recipients, endedOn, endReason, refused } = schedule;
  const nextOn = endedOn === null ? nextDraftDay(schedule, today, holidayCalendar()) : null;
  return { id, kind, subjectNumber, subjectName, period, daysAfter, laidOn, ownerName, recipients, nextOn, endedOn, endReason, refused };
}

export function viewTurn({ problemKo, problemEn, ...turn }: TurnStanding): ScheduleTurnDto {
  return { ...turn, problem: problemKo === null || problemEn === null ? null : { ko: problemKo, en: problemEn } };
}
