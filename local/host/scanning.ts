import type { NetConnectOpts } from 'node:net';
import { fileScans } from '#infra/manifest/index.ts';
import { type DataFolder, place } from './data-folder.ts';
import { invokeAsync } from '../aws/lambda/asynchronous.ts';
import type { LambdaRuntime } from '../aws/lambda/runtime.ts';
import { filesBucket, incoming } from './files.ts';
import type { Objects } from '../aws/s3/index.ts';
import { askClamd } from '../aws/guardduty/clamd.ts';
import { scanEvent } from '../aws/guardduty/event.ts';
import { openScanner, persistent, type Scanner } from '../aws/guardduty/scanner.ts';

interface Options {
  readonly dataFolder: DataFolder;
  readonly runtime: LambdaRuntime;
  readonly objects: Objects;
  readonly clamd: NetConnectOpts;
}

export function startScanning({ dataFolder, runtime, objects, clamd }: Options): Scanner {
  const { store } = objects;
  const scanner = openScanner({
    store,
    prefix: incoming,
    onError: dataFolder.report,
    look: (object) => persistent(async () => askClamd(clamd, (await store.open(object)).createReadStream())),
    publish: async (object, verdict) =>
      void (await invokeAsync(
        fileScans.function,
        scanEvent(object, filesBucket, verdict, dataFolder.clock.now(), place),
        { runtime, giveUp: (name, event, condition) => dataFolder.giveUp({ function: name, condition, event }) },
      )),
  });
  objects.onPut = scanner.wake;
  scanner.wake();
  return scanner;
}
