import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  functions,
  schedules,
  streamReaders,
  emailEvents,
  fileScans,
  type FunctionName,
} from '#infra/manifest/index.ts';
import { Alarms } from '../constructs/alarms.ts';
import { board } from '../constructs/board.ts';
import { recordEmailEvents } from '../constructs/email-events.ts';
import { FileScanning } from '../constructs/file-scanning.ts';
import { HouseFunction, type CodeOf, type Surroundings } from '../constructs/house-function.ts';
import { HouseSchedule } from '../constructs/house-schedule.ts';
import { HttpFront } from '../constructs/http-front.ts';
import { machineArn, OnboardingMachine } from '../constructs/onboarding-machine.ts';
import { readStream } from '../constructs/stream-reader.ts';
import { WebClient } from '../constructs/web-client.ts';
import { watchList, type Running } from '../constructs/watch-list.ts';
import type { Parameters } from '../parameters.ts';
import type { DataStack } from './data.ts';
import type { EmailStack } from './email.ts';
import type { SignInStack } from './sign-in.ts';

export interface Given {
  readonly data: DataStack;
  readonly signIn: SignInStack;
  readonly email: EmailStack;
  readonly codeOf: CodeOf;
}

/** Everything that runs. What it knows is in the table, but for the executions that wait: deleting the machine ends them. */
export class OnboardingStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps, parameters: Parameters, given: Given) {
    super(scope, id, { ...props, terminationProtection: true });
    const http = new HttpFront(this, parameters);
    const client = new WebClient(this, parameters, given.signIn.userPool, http.siteUrl);
    const byName = this.functions(parameters, given, http.siteUrl, client);
    const all = Object.values(byName);
    http.route(all, given.signIn.userPool, client);
    const machine = new OnboardingMachine(this, parameters, byName);
    const deadLetters = this.triggers(byName, given.data, parameters.scanUploads);

    const running: Running = {
      stage: parameters.stage,
      functions: all,
      deadLetters,
      machine,
      http,
      table: given.data.table,
    };
    const alarms = new Alarms(this, 'alarms', parameters);
    for (const watched of watchList(running)) alarms.add(watched);
    if (parameters.scanUploads) {
      alarms.tellOf(
        'file-scanning-ill',
        'Files are not scanned and wait: look at the Malware Protection plan (docs/deploy.md).',
        {
          source: [fileScans.source],
          detailType: [
            'GuardDuty Malware Protection Resource Status Warning',
            'GuardDuty Malware Protection Resource Status Error',
          ],
          detail: { s3BucketDetails: { bucketName: [given.data.files.bucketName] } },
        },
      );
    }
    board(this, parameters, running);

    new CfnOutput(this, 'SiteUrl', { value: http.siteUrl });
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId });
    new CfnOutput(this, 'StateMachineArn', { value: machine.stateMachineArn });
  }

  private functions(
    parameters: Parameters,
    { data, email, signIn, codeOf }: Given,
    siteUrl: string,
    client: WebClient,
  ): Record<FunctionName, HouseFunction> {
    const stateMachine = machineArn(this, parameters);
    const surroundings: Surroundings = {
      parameters,
      codeOf,
      environment: {
        TABLE_NAME: data.table.tableName,
        STATE_MACHINE_ARN: stateMachine,
        LINK_SECRET_ID: data.linkSecret.secretArn,
        SITE_URL: siteUrl,
        EMAIL_FROM: parameters.sender,
        EMAIL_CONFIGURATION_SET: email.configurationSetName,
        FILES_BUCKET: data.files.bucketName,
        FILES_URL: data.filesUrl,
        FILE_SCANNING: parameters.scanUploads ? 'on' : 'off',
        UNDO_SECONDS: String(parameters.undoSeconds),
        ISSUER_URL: signIn.userPool.userPoolProviderUrl,
        CLIENT_ID: client.userPoolClientId,
      },
      targets: {
        table: data.table.tableArn,
        stateMachine,
        linkSecret: data.linkSecret.secretArn,
        files: data.files,
        email: email.sendingArns,
      },
    };
    const names = Object.keys(functions) as FunctionName[];
    return Object.fromEntries(names.map((name) => [name, new HouseFunction(this, name, surroundings)])) as Record<
      FunctionName,
      HouseFunction
    >;
  }

  private triggers(
    byName: Record<FunctionName, HouseFunction>,
    data: DataStack,
    scans: boolean,
  ): Running['deadLetters'] {
    const readers = streamReaders.map((reader) => {
      const of = byName[reader.function];
      return { of, queue: readStream(of, data.table, reader) };
    });
    const scheduled = schedules.map((schedule) => {
      const of = byName[schedule.function];
      const queue = of.keepFailures();
      new HouseSchedule(this, `${of.is}-schedule`, schedule, of, queue);
      return { of, queue };
    });
    const recorder = byName[emailEvents.function];
    const unrecorded = recorder.keepFailures();
    recordEmailEvents(this, recorder, unrecorded);
    return [
      ...readers,
      ...scheduled,
      { of: recorder, queue: unrecorded },
      this.scanning(byName[fileScans.function], data, scans),
    ];
  }
  /** Who records a scan is there also where none is made: files that were scanned before may still be told of. */
  private scanning(recorder: HouseFunction, { files }: DataStack, scans: boolean): Running['deadLetters'][number] {
    const queue = recorder.keepFailures();
    if (scans) new FileScanning(this, 'file-scanning', { files, recorder, failed: queue });
    return { of: recorder, queue };
  }
}
