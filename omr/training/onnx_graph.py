"""Write a chain of layers as ONNX."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

_OPSET = 13  # the newest that every OpenCV from 4.10 on reads without exceptions


class OnnxGraph:
    """Writes a chain of layers as ONNX; by hand, because exporters change what they write from release to release."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []

    def convolution(self, source: str, layer: nn.Conv2d) -> str:
        """Add a convolution over what ``source`` names; returns the name of its result."""
        side, step, edge = layer.kernel_size[0], layer.stride[0], int(layer.padding[0])
        shape = {"kernel_shape": [side] * 2, "strides": [step] * 2, "pads": [edge] * 4}
        return self._add("Conv", [source, self._weight(layer.weight), self._bias(layer.bias)], **shape)

    def linear(self, source: str, layer: nn.Linear) -> str:
        """Add a matrix and a bias; returns the name of the result."""
        return self._add("Gemm", [source, self._weight(layer.weight), self._bias(layer.bias)], transB=1)

    def relu(self, source: str) -> str:
        """Add a rectifier; returns the name of its result."""
        return self._add("Relu", [source])

    def flatten(self, source: str) -> str:
        """Make one row of numbers of each picture; returns its name."""
        return self._add("Flatten", [source], axis=1)

    def concatenate(self, sources: list[str]) -> str:
        """Put rows behind each other; returns the name of the long ones."""
        return self._add("Concat", sources, axis=1)

    def model(self, result: str, input_shape: list[int], outputs: int) -> onnx.ModelProto:
        """Return the chain as a model; nothing can be added to it afterwards.

        Args:
            result: Name of the last result, which becomes the output.
            input_shape: Of one area's input.
            outputs: Numbers that come out for each area.
        """
        self._nodes[-1].output[0] = "output"
        assert result != "output", "a graph is made into a model once"
        graph = helper.make_graph(
            self._nodes,
            "phieu",
            [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["areas", *input_shape])],
            [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["areas", outputs])],
            self._weights,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=8)
        onnx.checker.check_model(model)
        return model

    def _add(self, kind: str, sources: list[str], **attributes: object) -> str:
        name = f"{kind.lower()}{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, sources, [name], **attributes))
        return name

    def _weight(self, values: Tensor) -> str:
        name = f"weight{len(self._weights)}"
        self._weights.append(numpy_helper.from_array(values.detach().numpy().astype(np.float32), name))
        return name

    def _bias(self, values: Tensor | None) -> str:
        assert values is not None, "every layer here has a bias"
        return self._weight(values)
