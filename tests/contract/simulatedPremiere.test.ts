import { versionNumbers } from '../../src/premiere/simulated/model/Behaviour';
import { buildHostBundle } from '../helpers/hostBundle';
import { openSimulatedHost } from '../helpers/openSimulatedHost';
import { describePremiereHost } from './describePremiereHost';

let bundle: string;
beforeAll(async () => {
  bundle = await buildHostBundle();
});

describe.each(Object.keys(versionNumbers))('version %s', (version) => {
  describePremiereHost(
    'the simulated Premiere through CEP',
    (media) => openSimulatedHost(bundle, media, { version }),
    { disablesTrackItems: version !== '2020' },
  );
});

describe.each(['en', 'es', 'ja'])('in %s', (language) => {
  describePremiereHost('the simulated Premiere through CEP', (media) =>
    openSimulatedHost(bundle, media, { language }),
  );
});

describe('where packets write their times as timecode', () => {
  describePremiereHost('the simulated Premiere through CEP', (media) =>
    openSimulatedHost(bundle, media, { behaviour: { packetTimes: 'timecode' } }),
  );
});

describe.each(['slow', 'focusStolen'] as const)('in the mood %s', (mood) => {
  // What is slow is counted, not waited for.
  const moodSettings = { wait: () => Promise.resolve() };
  describePremiereHost('the simulated Premiere through CEP', (media) =>
    openSimulatedHost(bundle, media, { mood, moodSettings }),
  );
});
