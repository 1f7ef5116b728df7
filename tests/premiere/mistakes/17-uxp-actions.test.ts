import { openUxpPremiere } from '../../helpers/uxpPremiere';

/** Old samples make their actions like this. */
const outside = `const action = root.createBinAction('Day', false);
  let done; project.lockedAccess(() => {
    done = project.executeTransaction((compound) => { compound.addAction(action); }, 'make');
  });
  done`;

const inside = `let done; project.lockedAccess(() => {
    done = project.executeTransaction((compound) => {
      compound.addAction(root.createBinAction('Day', false));
    }, 'make');
  });
  done`;

describe('mistake 17: actions created outside the lock', () => {
  test('26.3 throws, and nothing is changed', async () => {
    const { uxp } = await openUxpPremiere();
    await expect(uxp(outside)).rejects.toThrow(/inside lockedAccess/);
    expect(await uxp(`names()`)).toBe('');
  });

  test.each(['25.6.0', '26.2.0'])('%s takes them', async (version) => {
    const { uxp, run } = await openUxpPremiere({ version });
    expect(await uxp(outside)).toBe(true);
    expect(await run(`root.children[0].name`)).toBe('Day');
  });

  test.each(['25.6.0', '26.2.0', '26.3.0'])('created inside, %s takes them', async (version) => {
    const { uxp, run } = await openUxpPremiere({ version });
    expect(await uxp(inside)).toBe(true);
    expect(await run(`root.children[0].name`)).toBe('Day');
  });

  test('a transaction is no lock, nor is the lock of another project', async () => {
    const { uxp, folder } = await openUxpPremiere();
    const bare = `let why = ''; const done = project.executeTransaction((compound) => {
        try { compound.addAction(root.createBinAction('Day', false)); }
        catch (error) { why = error.message; throw error; }
      }, 'make');
      [done, why]`;
    expect(await uxp(bare)).toEqual([false, expect.stringMatching(/inside lockedAccess/)]);
    const other = `const other = await ppro.Project.createProject(${JSON.stringify(`${folder}/Other.sfproj`)});
      other.lockedAccess(() => { root.createBinAction('Day', false); })`;
    await expect(uxp(other)).rejects.toThrow(/inside lockedAccess/);
  });
});

const awaiting = `let done = 'never', why = '';
  project.lockedAccess(async () => {
    try {
      const items = await root.getItems();
      done = project.executeTransaction((compound) => {
        compound.addAction(root.createBinAction('Day ' + items.length, false));
      }, 'make');
    } catch (error) { why = error.message; throw error; }
  });
  const atOnce = done;
  await new Promise((resolve) => setTimeout(resolve, 1));
  [atOnce, done, await names()]`;

const awaitedBefore = `const items = await root.getItems();
  edit(() => root.createBinAction('Day ' + items.length, false))`;

describe('mistake 17: an async callback', () => {
  test('26.3 has given the lock back at its first await', async () => {
    const { uxp } = await openUxpPremiere();
    expect(await uxp(awaiting)).toEqual(['never', false, '']);
  });

  test('an action of an async transaction comes after it', async () => {
    const { uxp } = await openUxpPremiere();
    const late = `let done, taken = 'never';
      project.lockedAccess(() => {
        done = project.executeTransaction(async (compound) => {
          const action = root.createBinAction('Day', false);
          await null;
          taken = compound.addAction(action);
        }, 'make');
      });
      await null; await null;
      [done, taken, await names()]`;
    expect(await uxp(late)).toEqual([true, false, '']);
  });

  test('what is thrown after the await goes nowhere but into the log', async () => {
    const { uxp, premiere } = await openUxpPremiere();
    const script = `project.lockedAccess(async () => { await null; root.createBinAction('Day', false); });
      await null; await null; 'unharmed'`;
    expect(await uxp(script)).toBe('unharmed');
    expect(premiere.log.join()).toMatch(/lockedAccess ignored was rejected: .*inside lockedAccess/);
  });

  test('awaiting before the lock works', async () => {
    const { uxp, run } = await openUxpPremiere();
    expect(await uxp(awaitedBefore)).toBe(true);
    expect(await run(`root.children[0].name`)).toBe('Day 0');
  });
});

const stored = `let action; project.lockedAccess(() => { action = root.createBinAction('Day', false); });
  let taken, done; project.lockedAccess(() => {
    done = project.executeTransaction((compound) => { taken = compound.addAction(action); }, 'make');
  });
  [taken, done, await names()]`;

describe('mistake 17: actions stored for later', () => {
  test('26.3 does not take an action of another hold of the lock', async () => {
    const { uxp } = await openUxpPremiere();
    expect(await uxp(stored)).toEqual([false, true, '']);
  });

  test('nor one that was done before', async () => {
    const { uxp } = await openUxpPremiere();
    const again = `const taken = []; project.lockedAccess(() => {
        const action = root.createBinAction('Day', false);
        for (const label of ['first', 'second'])
          project.executeTransaction((compound) => { taken.push(compound.addAction(action)); }, label);
      });
      [taken, await names()]`;
    expect(await uxp(again)).toEqual([[true, false], 'Day']);
  });

  test('nor anything once the callback of the transaction is over', async () => {
    const { uxp } = await openUxpPremiere();
    const kept = `let taken; project.lockedAccess(() => {
        let kept; project.executeTransaction((compound) => { kept = compound; }, 'make');
        taken = kept.addAction(root.createBinAction('Day', false));
      });
      [taken, await names()]`;
    expect(await uxp(kept)).toEqual([false, '']);
  });

  test('an action of an outer hold is taken in an inner one', async () => {
    const { uxp } = await openUxpPremiere();
    const nested = `let taken; project.lockedAccess(() => {
        const action = root.createBinAction('Day', false);
        project.lockedAccess(() => {
          project.executeTransaction((compound) => { taken = compound.addAction(action); }, 'make');
        });
      });
      [taken, await names()]`;
    expect(await uxp(nested)).toEqual([true, 'Day']);
  });
});

const dependent = `const markers = await ppro.Markers.getMarkers(await project.getActiveSequence());
  let done; project.lockedAccess(() => {
    done = project.executeTransaction((compound) => {
      compound.addAction(markers.createAddMarkerAction('In', 'Comment', time(1)));
      const [added] = markers.getMarkers();
      compound.addAction(added.createSetColorByIndexAction(3));
    }, 'mark');
  });
  [done, markers.getMarkers().length]`;

const independent = `const markers = await ppro.Markers.getMarkers(await project.getActiveSequence());
  const first = edit(() => markers.createAddMarkerAction('In', 'Comment', time(1)));
  const [added] = markers.getMarkers();
  const second = edit(() => added.createSetColorByIndexAction(3));
  [first, second, markers.getMarkers()[0].getColorIndex()]`;

describe('mistake 17: dependent steps in one transaction', () => {
  const setup = `made('Cut', bring('/cards/A001.mov')); 1`;

  test('the second does not find what the first will make, and none of them is made', async () => {
    const { uxp, run } = await openUxpPremiere();
    await run(setup);
    expect(await uxp(dependent)).toEqual([false, 0]);
    expect(await run(`project.activeSequence.markers.numMarkers`)).toBe('0');
  });

  test('two transactions with a look between them work', async () => {
    const { uxp, run } = await openUxpPremiere();
    await run(setup);
    expect(await uxp(independent)).toEqual([true, true, 3]);
    expect(await run(`project.activeSequence.markers.getFirstMarker().getColorByIndex()`)).toBe(
      '3',
    );
  });

  test('a place that is read in the callback is that of before', async () => {
    const { uxp, run } = await openUxpPremiere();
    await run(`clear(made('Cut', bring('/cards/A001.mov'))); 1`);
    const script = `const cut = await project.getActiveSequence();
      const editor = ppro.SequenceEditor.getEditor(cut);
      const track = await cut.getVideoTrack(0), clip = await find('A001.mov');
      const clips = () => track.getTrackItems(ppro.Constants.TrackItemType.CLIP, false).length;
      const seen = [];
      edit(() => editor.createOverwriteItemAction(clip, time(0), 0, 0),
        () => { seen.push(clips()); return editor.createOverwriteItemAction(clip, time(20), 0, 0); });
      [seen, clips()]`;
    expect(await uxp(script)).toEqual([[0], 2]);
  });
});

describe('a transaction', () => {
  test('whose callback throws changes nothing and answers false', async () => {
    const { uxp } = await openUxpPremiere();
    const script = `let done; project.lockedAccess(() => {
        done = project.executeTransaction((compound) => {
          compound.addAction(root.createBinAction('Day', false));
          throw new Error('no more');
        }, 'make');
      });
      [done, await names()]`;
    expect(await uxp(script)).toEqual([false, '']);
  });

  test('is one step of undoing, and a direct call is none', async () => {
    const { uxp, run } = await openUxpPremiere();
    await run('app.enableQE(); 1');
    const depth = async () => Number(await run('qe.project.undoStackIndex()'));
    const before = await depth();
    await uxp(
      `edit(() => root.createBinAction('One', false), () => root.createBinAction('Two', false))`,
    );
    expect(await depth()).toBe(before + 1);
    await uxp(`await project.importFiles(['/cards/A001.mov'], true, null, false)`);
    expect(await depth()).toBe(before + 1);
  });
});
