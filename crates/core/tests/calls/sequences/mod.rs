//! Any sequence of calls, decoded from bytes: on two machines, from outside and
//! from within what they run, in slices and under small limits. Shared with the
//! fuzzer. What must hold is that it ends, without a panic, and leaves nothing.

#![allow(clippy::wildcard_enum_match_arm, reason = "what is not looked at may grow")]

mod actions;
mod player;
mod presence;
mod shelf;

use interleave_core::{Limits, Machine, Stop};

use actions::Act;
use player::Player;
use presence::Presence;

/// So often a machine goes on after its slices when the bytes are used up.
const LAST_SLICES: usize = 64;

/// Plays what the bytes say.
pub(crate) fn calls(bytes: &[u8]) {
    let before = Presence::count();
    let mut player = Player::new(bytes);
    let limits = Limits { iterations: 100 + u64::from(player.bytes.next()), events: 40, lines: 20 };
    let mut machines = [(); 2].map(|()| Machine::new(player.code(), limits));
    for machine in &mut machines {
        if player.bytes.flip() {
            machine.record();
        }
        let home = machine.new_loop();
        player.shelf.loops.put(&player.bytes, home);
    }
    while player.bytes.any_left() {
        let choice = player.bytes.next();
        let machine = &mut machines[usize::from(choice & 1)];
        if choice & 6 == 0 {
            drop(machine.run(&mut player));
        } else if let Act::Runs(frame) = player.act(machine) {
            let code = player.code_of(frame);
            player.shelf.codes.put(&player.bytes, code);
        }
    }
    for machine in &mut machines {
        for _ in 0..LAST_SLICES {
            if !matches!(machine.run(&mut player), Stop::Slice) {
                break;
            }
        }
    }
    let may_leave = player.has_lost_its_machine;
    end(player, machines, bytes.first().is_some_and(|byte| byte & 1 == 1));
    assert!(may_leave || Presence::count() == before, "something is left");
}

/// Lets go of everything, the machines or the rest first: nothing holds itself then but what the player has made so.
fn end(mut player: Player, machines: [Machine<Player>; 2], machines_first: bool) {
    if machines_first {
        drop(machines);
        player.shelf = shelf::Shelf::default();
    } else {
        player.shelf = shelf::Shelf::default();
        drop(machines);
    }
    player.empty_bags();
}
