"""Reads the accessibility tree as a screen reader does, through AT-SPI, and hears what is announced.

Each line of the input is a question in JSON, each line of the output an answer or, without having been asked, something heard.
"""

import json
import re
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

# What a reader says once, as a whole, since its name is made of what it contains.
WHOLE = {"push button", "toggle button", "link", "heading", "static", "radio button", "check box", "menu item", "check menu item",
         "radio menu item", "page tab", "table row", "column header", "table cell", "switch", "entry", "password text", "image"}
# What has the focus.
focused = None

# What tells nothing by itself.
SILENT = {"section", "paragraph", "panel", "filler", "label", "unknown", "redundant object", "internal frame", "form"}
TOLD_STATES = ("focused", "selected", "checked", "pressed", "expanded", "invalid-entry", "required", "busy", "modal", "expandable")


def tell(answer):
    print(json.dumps(answer, ensure_ascii=False), flush=True)


def switch_on():
    """Says on the message bus that a screen reader runs, as Orca does: applications answer only then."""
    status = Gio.DBusProxy.new_for_bus_sync(Gio.BusType.SESSION, Gio.DBusProxyFlags.NONE, None, "org.a11y.Bus", "/org/a11y/bus",
                                            "org.freedesktop.DBus.Properties", None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        told = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        status.call_sync("Set", told, Gio.DBusCallFlags.NONE, -1, None)


def described(node):
    states = {state.value_nick for state in node.get_state_set().get_states()}
    attributes = node.get_attributes() or {}
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": [state for state in TOLD_STATES if state in states] + ([] if "enabled" in states else ["disabled"]),
        **{key: attributes[key] for key in ("level", "posinset", "setsize", "rowindex", "current") if key in attributes},
    }


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def documents():
    """The pages of all windows that are shown."""
    def below(node):
        if node.get_role_name() == "document web":
            yield node
        else:
            described(node)  # Chromium builds the tree of a window only once somebody asks for more than names
            for child in children(node):
                yield from below(child)
    for application in children(Atspi.get_desktop(0)):
        yield from below(application)


def walk(node):
    """Yields what is read, in its order."""
    role = node.get_role_name()
    if role not in SILENT or node.get_name():
        yield node
    if role not in WHOLE or heads_columns(node):
        for child in children(node):
            yield from walk(child)


def heads_columns(node):
    return node.get_role_name() == "table row" and any(child.get_role_name() == "column header" for child in children(node))


def everything():
    for document in documents():
        yield from walk(document)


def found(role, pattern):
    return next((node for node in everything() if node.get_role_name() == role and re.search(pattern, node.get_name() or "")), None)


def answer(question):
    if question["do"] == "read":
        return [described(node) for node in everything()]
    if question["do"] == "focused":
        return focused and described(focused)
    node = found(question["role"], question["name"])
    if node is None:
        return None
    if question["do"] == "press":
        Atspi.Action.do_action(node, 0)
    elif question["do"] == "focus":
        Atspi.Component.grab_focus(node)
    return described(node)


def hear(event):
    """Tells what a live region has said, and keeps where the focus has gone."""
    global focused
    try:
        if event.type.startswith("object:children-changed"):
            return  # only heard so that the library renews what it keeps
        attributes = event.source.get_attributes() or {}
        live = attributes.get("container-live", "off")
        if event.type.startswith("object:state-changed:focused"):
            if event.detail1:
                focused = event.source
        elif event.type.startswith("object:announcement"):
            tell({"heard": event.any_data, "live": "announcement"})
        elif live != "off" and isinstance(event.any_data, str):
            words = event.any_data.replace("\ufffc", "").strip()
            if words:
                tell({"heard": words, "live": live})
    except GLib.Error:
        pass  # the element has gone meanwhile


def on_line(_channel, _condition):
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    question = json.loads(line)
    try:
        tell({"answer": answer(question)})
    except (GLib.Error, AttributeError) as error:
        tell({"failed": str(error)})  # the tree has changed while it was read
    return True


switch_on()
listener = Atspi.EventListener.new(hear)
for kind in ("object:children-changed:add", "object:text-changed:insert", "object:announcement", "object:state-changed:focused"):
    listener.register(kind)
loop = GLib.MainLoop()
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_line)
tell({"answer": "ready"})
loop.run()
