import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('waiver_end')
export class WaiverEndEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'waiver_id' })
  waiverId!: string;

  @Column('date', { name: 'ended_on' })
  endedOn!: LocalDate;

  @Column('text')
  reason!: string;
}
