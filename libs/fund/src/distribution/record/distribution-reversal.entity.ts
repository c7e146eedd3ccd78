import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('distribution_reversal')
export class DistributionReversalEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId!: string;

  @Column('text')
  reason!: string;
}
