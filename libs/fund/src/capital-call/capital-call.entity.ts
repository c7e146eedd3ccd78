import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('capital_call')
export class CapitalCallEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('smallint')
  number!: number;

  @Column('text')
  purpose!: string;

  @Column('date', { name: 'notice_on', nullable: true })
  noticeOn!: LocalDate | null;

  @Column('date', { name: 'due_on' })
  dueOn!: LocalDate;
}
