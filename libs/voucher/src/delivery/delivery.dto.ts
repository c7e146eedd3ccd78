import { DateField, IdField, IntegerField, TextField } from '#libs/http';

export class DeliverServiceDto {
  @DateField({ optional: true, description: 'Default: today' })
  deliveredOn?: string;

  @IdField({ optional: true, description: 'The deliverable, uploaded before' })
  documentId?: string;

  @DateField({ optional: true, description: "The day on which the broker's report came; asked for where the programme wants a broker" })
  brokerReportedOn?: string;

  @TextField({ max: 500, optional: true })
  note?: string;
}

export class AcceptServiceDto {
  @IntegerField({ min: 1, max: 5, description: 'Satisfaction of the company' })
  rating!: number;

  @DateField({ optional: true, description: 'Default: today' })
  acceptedOn?: string;

  @TextField({ max: 500, optional: true })
  note?: string;
}

export class InspectServiceDto {
  @DateField({ optional: true, description: 'Default: today' })
  inspectedOn?: string;

  @TextField({ max: 500, optional: true })
  note?: string;
}

export class SendBackServiceDto {
  @TextField({ min: 2, max: 500, description: 'What is missing' })
  reason!: string;
}
