import { BilingualDto, ShownChoice, ShownDate, ShownId, ShownInstant, ShownInteger, ShownObject, ShownText } from '#libs/http';
import { ISSUE_STATUSES } from '../../issue/issue.js';
import { DELIVERY_STATES } from './delivery.query.js';

export class ReportDeliveryDto {
  @ShownId()
  issueId!: string;

  @ShownText()
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownChoice(ISSUE_STATUSES)
  status!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText()
  subjectNumber!: string;

  @ShownText()
  subjectName!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant()
  deliveredAt!: Date;

  @ShownChoice(DELIVERY_STATES, { description: 'NEW: waits for you; TAKEN: you have downloaded it; PASSED: it was replaced or withdrawn before you did' })
  state!: string;

  @ShownInstant({ nullable: true, description: 'When you took it away first' })
  takenAt!: Date | null;
}
