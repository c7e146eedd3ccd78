import type { Attendance } from '#libs/http';
import type { Onlooker } from '#libs/pdf';

/** Whoever waits for a paper, as the making of it knows them: they hear of pages, first counted, then written. */
export const onlookerOf = (attendance: Attendance): Onlooker => ({
  signal: attendance.signal,
  onProgress: (done, total) => attendance.tell({ phase: total === null ? 'LAYING_OUT' : 'WRITING', done, total }),
});
